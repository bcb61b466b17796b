using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;

namespace Modelwright.Runtime.Forms.Stack;

/// <summary>What both stacks share: the checks, what they read, and how they are stored.</summary>
internal static class StackLayers
{
    /// <summary>Answers that the second layer reads at most.</summary>
    private const int MostColumns = 4_096;

    /// <summary>Checks the layers and says what they read together: what a member reads, and what the second layer reads that no member answers.</summary>
    internal static IReadOnlyList<FormInput> Check(string form, IReadOnlyList<IForm> members, IForm second, double share, int classes)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArtifactException(FormattableString.Invariant($"The share of the second layer of form '{form}' is {share}; it must be from 0 to 1. Give the part of the answer that is its, such as 0.5."));
        }

        if (StackColumns.Count(members.Count, classes) is var count and > MostColumns)
        {
            throw new ArtifactException($"The members of form '{form}' answer {count} numbers a row; at most {MostColumns} can be read by a second layer. Take fewer members.");
        }

        var made = StackColumns.Names(members.Count, classes).ToHashSet(StringComparer.Ordinal);
        if (members.SelectMany(member => member.Info.Inputs).FirstOrDefault(input => input.Name.StartsWith(StackColumns.Prefix, StringComparison.Ordinal)) is { } taken)
        {
            throw new ArtifactException($"A member of form '{form}' reads column '{taken.Name}', a name that only answers of members have. Rename the column.");
        }

        if (second.Info.Inputs.FirstOrDefault(input => input.Name.StartsWith(StackColumns.Prefix, StringComparison.Ordinal) && !made.Contains(input.Name)) is { } absent)
        {
            throw new ArtifactException($"The second layer of form '{form}' reads '{absent.Name}', which none of its {members.Count} members answers. Give the members that it was fitted with.");
        }

        return BlendMembers.Inputs(form, [.. members.Select(member => member.Info.Inputs), [.. second.Info.Inputs.Where(input => !made.Contains(input.Name))]]);
    }

    /// <summary>Whether rows can be read out of any of the layers.</summary>
    internal static bool HoldsRows(IReadOnlyList<IForm> members, IForm second) => second.Info.HoldsRows || members.Any(member => member.Info.HoldsRows);

    internal static void Write(IArtifactWriter writer, IReadOnlyList<IForm> members, double[] weights, IForm second, double share)
    {
        BlendMembers.Write(writer, members, weights);
        writer.Number("share", share);
        FormCatalog.Write(writer.Part("second"), second);
    }

    internal static (IReadOnlyList<IForm> Members, double[] Weights, IForm Second, double Share) Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (members, weights) = BlendMembers.Read(reader, catalog);
        return (members, weights, catalog.Read(reader.Part("second")), reader.Number("share"));
    }

    /// <summary>Both layers without what nobody reads; null where nothing changes.</summary>
    internal static (IReadOnlyList<IForm> Members, IForm Second)? Trim(IReadOnlyList<IForm> members, IForm second)
    {
        var trimmed = TrimmedForm.Of(members);
        var last = TrimmedForm.Of(second);
        return trimmed is null && ReferenceEquals(last, second) ? null : (trimmed ?? members, last);
    }
}
