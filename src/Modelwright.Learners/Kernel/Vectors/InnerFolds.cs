namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>Parts of the rows that are left out in turn: of all classes alike, and the same for every seed.</summary>
internal static class InnerFolds
{
    private const int Stream = 0x0F01D;

    /// <summary>The fold of each row.</summary>
    public static int[] Of(KernelTarget target, int folds)
    {
        int[] rows = [.. Enumerable.Range(0, target.Rows)];
        var random = new SeededRandom(0, Stream);
        for (var row = 0; row < rows.Length; row++)
        {
            var other = random.Below(row + 1);
            (rows[row], rows[other]) = (rows[other], row);
        }

        var foldOf = new int[rows.Length];
        foreach (var (row, place) in rows.OrderBy(row => target.Codes[row]).Select((row, place) => (row, place)))
        {
            foldOf[row] = place % folds;
        }

        return foldOf;
    }
}
