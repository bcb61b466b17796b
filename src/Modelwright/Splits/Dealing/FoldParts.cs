namespace Modelwright.Splits.Dealing;

/// <summary>Turns the fold of each row into splits.</summary>
internal static class FoldParts
{
    /// <summary>Each fold is the test part once; all other rows train.</summary>
    /// <param name="foldOfRow">A fold from 0 for each row.</param>
    /// <param name="folds">Number of folds.</param>
    public static IReadOnlyList<Split> Of(ReadOnlySpan<int> foldOfRow, int folds)
    {
        var sizes = new int[folds];
        foreach (var fold in foldOfRow)
        {
            sizes[fold]++;
        }

        var splits = new Split[folds];
        for (var fold = 0; fold < folds; fold++)
        {
            splits[fold] = new(new int[foldOfRow.Length - sizes[fold]], new int[sizes[fold]]);
            var training = 0;
            var test = 0;
            for (var row = 0; row < foldOfRow.Length; row++)
            {
                if (foldOfRow[row] == fold)
                {
                    splits[fold].Test[test++] = row;
                }
                else
                {
                    splits[fold].Training[training++] = row;
                }
            }
        }

        return splits;
    }

    /// <summary>One split of the rows that are marked and those that are not.</summary>
    /// <param name="isTest">Whether each row is for the test.</param>
    public static IReadOnlyList<Split> Of(bool[] isTest)
    {
        var rows = Enumerable.Range(0, isTest.Length);
        return [new([.. rows.Where(row => !isTest[row])], [.. rows.Where(row => isTest[row])])];
    }
}
