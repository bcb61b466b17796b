using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Whole groups drawn by chance are kept for the test.</summary>
internal sealed class GroupedHoldout : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "grouped_holdout",
        Title = "Grouped holdout",
        Meaning = "Groups in an order of chance go to the test while that brings its rows nearer to the share; at least one group is on each side.",
        IsHoldout = true,
        KeepsGroupsTogether = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Column(request.Groups, nameof(SplitRequest.Groups), isNeeded: true).Throw();
        var groups = Codes.OfGroups(request.Groups!);
        new SplitFaults(request, Info).Holdout(groups.Count, $"groups in column '{request.Groups!.Name}'").Throw();
        var sizes = new int[groups.Count];
        foreach (var group in groups.OfRow)
        {
            sizes[group]++;
        }

        var left = request.TestShare * request.RowCount;
        var inTest = new bool[groups.Count];
        var taken = 0;
        foreach (var group in new SplitRandom(request.Seed).Permutation(groups.Count))
        {
            if (taken < groups.Count - 1 && Math.Abs(left - sizes[group]) < Math.Abs(left))
            {
                inTest[group] = true;
                left -= sizes[group];
                taken++;
            }
        }

        if (taken == 0)
        {
            inTest[sizes.IndexOf(sizes.Min())] = true;
        }

        return FoldParts.Of(Array.ConvertAll(groups.OfRow, group => inTest[group]));
    }
}
