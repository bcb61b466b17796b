using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms;

/// <summary>How forms write the parts they share: their inputs and their link.</summary>
internal static class InputRecord
{
    internal static void Write(IArtifactWriter writer, IReadOnlyList<FormInput> inputs)
    {
        writer.Texts("inputs", [.. inputs.Select(input => input.Name)]);
        writer.Integers("input_types", [.. inputs.Select(input => (int)input.Type)]);
        writer.Integers("level_counts", [.. inputs.Select(input => input.Levels.Count)]);
        writer.Texts("levels", [.. inputs.SelectMany(input => input.Levels)]);
    }

    internal static IReadOnlyList<FormInput> Read(IArtifactReader reader)
    {
        var names = reader.Texts("inputs");
        var types = reader.Integers("input_types");
        var counts = reader.Integers("level_counts");
        var levels = reader.Texts("levels");
        if (types.Length != names.Count || counts.Length != names.Count || SoundArrays.Total(counts) != levels.Count)
        {
            throw new ArtifactException($"The form lists {names.Count} inputs with {types.Length} types and {counts.Length} counts of levels, for {levels.Count} levels in all; they must agree. Make the file again.");
        }

        var inputs = new FormInput[names.Count];
        var start = 0;
        for (var position = 0; position < inputs.Length; position++)
        {
            inputs[position] = new(names[position], (ColumnType)Known(types[position], typeof(ColumnType)), [.. levels.Skip(start).Take(counts[position])]);
            start += counts[position];
        }

        return inputs;
    }

    internal static void WriteLink(IArtifactWriter writer, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        writer.Texts("classes", classes);
        writer.Integer("link", (int)link);
    }

    internal static (IReadOnlyList<string> Classes, ProbabilityLink Link) ReadLink(IArtifactReader reader) =>
        (reader.Texts("classes"), (ProbabilityLink)Known(reader.Integer("link"), typeof(ProbabilityLink)));

    // The values of these enumerations count from 0.
    private static int Known(long value, Type type) => value >= 0 && value < Enum.GetNames(type).Length
        ? (int)value
        : throw new ArtifactException($"The form has {type.Name} {value}, which this release does not know. Open the file with a newer release.");
}
