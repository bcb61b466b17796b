using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Blend;

/// <summary>What both blends share: the checks, the union of inputs, and how members are stored.</summary>
internal static class BlendMembers
{
    /// <summary>The sum of weights may miss 1 by rounding alone.</summary>
    private const double SumTolerance = 1e-9;

    private const int MostMembers = 10_000;

    internal static T[] Check<T>(string form, IReadOnlyList<IForm> members, double[] weights)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(weights);
        if (members.Count == 0 || members.Count != weights.Length)
        {
            throw new ArtifactException($"Form '{form}' has {members.Count} members and {weights.Length} weights. Give at least one member, and a weight for each.");
        }

        if (!SoundArrays.AreShares(weights) || !(Math.Abs(SoundArrays.Sum(weights) - 1) < SumTolerance))
        {
            throw new ArtifactException($"The weights of form '{form}' must be from 0 to 1 with sum 1. They are {Shown(weights)}. Give each member its share of the answer.");
        }

        return [.. members.Select(member => member as T ?? throw new ArtifactException($"Member '{member.Info.Name}' of form '{form}' does not answer what the blend answers. Blend forms of one task."))];
    }

    // A file may hold very many of them.
    private static string Shown(double[] weights)
    {
        const int Most = 10;
        var shown = string.Join(", ", weights.Take(Most).Select(weight => FormattableString.Invariant($"{weight}")));
        return weights.Length > Most ? $"{shown} and {weights.Length - Most} more" : shown;
    }

    /// <summary>The columns that any member reads; a category has the levels of all of them, in the order in which they first come.</summary>
    internal static IReadOnlyList<FormInput> Inputs(string form, IReadOnlyList<IForm> members) => Inputs(form, members.Select(member => member.Info.Inputs));

    /// <summary>The same of lists of columns.</summary>
    internal static IReadOnlyList<FormInput> Inputs(string form, IEnumerable<IReadOnlyList<FormInput>> lists)
    {
        var inputs = new List<JoinedInput>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var input in list)
            {
                if (positions.TryAdd(input.Name, inputs.Count))
                {
                    inputs.Add(new(input));
                    continue;
                }

                var joined = inputs[positions[input.Name]];
                if (joined.Type != input.Type)
                {
                    throw new ArtifactException($"Two members of form '{form}' read column '{input.Name}' as different types. Blend forms that were fitted on one schema.");
                }

                joined.Add(input.Levels);
            }
        }

        return inputs.ConvertAll(input => input.Whole);
    }

    internal static void Write(IArtifactWriter writer, IReadOnlyList<IForm> members, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Numbers("weights", weights);
        for (var member = 0; member < members.Count; member++)
        {
            FormCatalog.Write(writer.Part(PartName(member)), members[member]);
        }
    }

    internal static (IReadOnlyList<IForm> Members, double[] Weights) Read(IArtifactReader reader, FormCatalog catalog)
    {
        var weights = reader.Numbers("weights");
        if (weights.Length > MostMembers)
        {
            throw new ArtifactException($"The blend has {weights.Length} members; at most {MostMembers} can be read. Make the file again.");
        }

        var members = new IForm[weights.Length];
        for (var member = 0; member < members.Length; member++)
        {
            members[member] = catalog.Read(reader.Part(PartName(member)));
        }

        return (members, weights);
    }

    private static string PartName(int member) => FormattableString.Invariant($"member_{member}");

    /// <summary>Grows by the levels of one member after another, so that many members with many levels cost no more than their sum.</summary>
    private sealed class JoinedInput(FormInput first)
    {
        private HashSet<string>? _known;
        private List<string>? _more;

        internal ColumnType Type => first.Type;

        internal FormInput Whole => _more is null ? first : first with { Levels = [.. first.Levels, .. _more] };

        internal void Add(IReadOnlyList<string> levels)
        {
            if (ReferenceEquals(levels, first.Levels))
            {
                return;
            }

            _known ??= new(first.Levels, StringComparer.Ordinal);
            foreach (var level in levels)
            {
                if (_known.Add(level))
                {
                    (_more ??= []).Add(level);
                }
            }
        }
    }
}
