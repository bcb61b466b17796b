namespace Modelwright.Splits.Dealing;

/// <summary>Deals whole groups out to folds.</summary>
internal static class GroupDealing
{
    /// <summary>The largest group first, each to the fold where the squares of the class shares grow least.</summary>
    /// <param name="request">Rows and groups.</param>
    /// <param name="splitter">Who asks, for error texts.</param>
    /// <param name="classes">The class of each row; one class where they do not matter.</param>
    /// <remarks>The greedy rule of scikit-learn's StratifiedGroupKFold in spirit, with squares in place of standard deviations.</remarks>
    public static IReadOnlyList<Split> Deal(SplitRequest request, SplitterInfo splitter, Codes classes)
    {
        new SplitFaults(request, splitter).Column(request.Groups, nameof(SplitRequest.Groups), isNeeded: true).Throw();
        var groups = Codes.OfGroups(request.Groups!);
        new SplitFaults(request, splitter).Folds(groups.Count, $"groups in column '{request.Groups!.Name}'").Throw();

        var counts = Counts(groups, classes);
        var totals = new double[classes.Count];
        foreach (var code in classes.OfRow)
        {
            totals[code]++;
        }

        var filled = new double[request.Folds][];
        for (var fold = 0; fold < filled.Length; fold++)
        {
            filled[fold] = new double[classes.Count];
        }

        var foldOfGroup = new int[groups.Count];
        foreach (var (group, turn) in InOrder(counts, request.Seed).Select((group, turn) => (group, turn)))
        {
            // The first groups go to empty folds, so that no fold stays without rows.
            var fold = turn < request.Folds ? turn : Best(filled, counts[group], totals);
            foldOfGroup[group] = fold;
            foreach (var (code, rows) in counts[group])
            {
                filled[fold][code] += rows;
            }
        }

        return FoldParts.Of(Array.ConvertAll(groups.OfRow, group => foldOfGroup[group]), request.Folds);
    }

    private static SortedDictionary<int, int>[] Counts(Codes groups, Codes classes)
    {
        var counts = new SortedDictionary<int, int>[groups.Count];
        for (var row = 0; row < groups.OfRow.Length; row++)
        {
            var own = counts[groups.OfRow[row]] ??= [];
            own[classes.OfRow[row]] = own.GetValueOrDefault(classes.OfRow[row]) + 1;
        }

        return counts;
    }

    private static IEnumerable<int> InOrder(SortedDictionary<int, int>[] counts, int seed) =>
        new SplitRandom(seed).Permutation(counts.Length).OrderByDescending(group => counts[group].Values.Sum());

    private static int Best(double[][] filled, SortedDictionary<int, int> counts, double[] totals)
    {
        var best = 0;
        var least = double.PositiveInfinity;
        for (var fold = 0; fold < filled.Length; fold++)
        {
            var growth = 0.0;
            foreach (var (code, rows) in counts)
            {
                // (before + rows)^2 - before^2, each class by its own size so that rare ones weigh the same.
                growth += rows * ((2 * filled[fold][code]) + rows) / (totals[code] * totals[code]);
            }

            if (growth < least)
            {
                (best, least) = (fold, growth);
            }
        }

        return best;
    }
}
