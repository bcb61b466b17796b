using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>What a step has learned of one column, and how it transforms it. Immutable and safe from any thread.</summary>
internal abstract class FittedColumn(string input, ColumnType inputType, IReadOnlyList<Feature> outputs)
{
    /// <summary>The column it reads.</summary>
    internal string Input { get; } = input;

    /// <summary>The type that column must have.</summary>
    internal ColumnType InputType { get; } = inputType;

    /// <summary>The columns it makes; may be none.</summary>
    internal IReadOnlyList<Feature> Outputs { get; } = outputs;

    /// <summary>What an output stands for, in words that follow its name; null where the name says it.</summary>
    /// <param name="output">Position in <see cref="Outputs"/>.</param>
    internal virtual string? Meaning(int output) => null;

    /// <summary>Transforms any number of rows.</summary>
    /// <param name="column">The column it reads, of the right type.</param>
    /// <param name="made">Room for one column an output, in order.</param>
    internal abstract void Apply(Column column, Span<Column> made);

    /// <summary>Writes what was learned; names of input and outputs are written by the step.</summary>
    /// <param name="writer">The column's own part; "input" and "outputs" are taken.</param>
    internal abstract void Write(IArtifactWriter writer);

    /// <summary>Features of one type from this one column.</summary>
    protected static IReadOnlyList<Feature> Features(string input, ColumnType type, IReadOnlyList<string> names)
    {
        var origins = new[] { input };
        var features = new Feature[names.Count];
        for (var position = 0; position < features.Length; position++)
        {
            features[position] = new(names[position], type, origins);
        }

        return features;
    }
}
