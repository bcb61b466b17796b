using Modelwright.Core.Data;

namespace Modelwright;

/// <summary>Keeps a run within its memory: where the rows and what is made of them would not fit, a seeded sample is trained on.</summary>
internal static class MemoryShare
{
    /// <summary>What the process takes before the first row: runtime, reader and native training library.</summary>
    private const long Standing = 170L << 20;

    /// <summary>How often a number of a row is held at the peak: as read, admitted, as features of two folds side by side and of those kept for reuse, binned and scaled by learners, scored.</summary>
    private const int Copies = 20;

    /// <summary>Columns of 0 and 1 that a category becomes at most; half of them count, as not every learner asks for them.</summary>
    private const int MostHotColumns = 32;

    /// <summary>Columns of terms that a text becomes at most; a quarter of them counts, as they are there in few copies.</summary>
    private const int TermColumns = 300;

    /// <summary>What a level takes beside its rows: its text, its entry in lists and dictionaries, its sums of the target in each fold.</summary>
    private const int BytesOfLevel = 250;

    private const int FewestRows = 1_000;

    /// <summary>The rows a run trains on.</summary>
    /// <param name="rows">All rows for training.</param>
    /// <param name="limit">Bytes the process may take; null means no limit.</param>
    /// <param name="seed">Chance of the sample.</param>
    /// <returns>The rows in their order, and how many were left out.</returns>
    public static (Table Rows, int LeftOut) Fit(Table rows, long? limit, int seed)
    {
        if (limit is not { } bytes)
        {
            return (rows, 0);
        }

        var most = Most(rows, bytes - Standing);
        if (rows.RowCount <= most)
        {
            return (rows, 0);
        }

        return (rows.Take(Sample(rows.RowCount, most, seed)), rows.RowCount - most);
    }

    // The most rows whose columns and levels fit; rows bring levels along, so the sum is searched and not divided.
    private static int Most(Table rows, long bytes)
    {
        var perRow = Math.Max(1, rows.Columns.Sum(BytesOf)) * Copies;
        int[] levels = [.. rows.Columns.OfType<CategoryColumn>().Select(column => column.Levels.Count)];
        var (least, most) = (FewestRows, Math.Max(FewestRows, rows.RowCount));
        while (least < most)
        {
            var middle = (int)(((long)least + most + 1) / 2);
            var fits = (middle * perRow) + levels.Sum(count => (long)Math.Min(count, middle) * BytesOfLevel * Copies) <= bytes;
            (least, most) = fits ? (middle, most) : (least, middle - 1);
        }

        return least;
    }

    /// <summary>Selection sampling: each row is taken with the chance that fills the sample. Source: Knuth, volume 2, algorithm 3.4.2 S.</summary>
    private static int[] Sample(int count, int wanted, int seed)
    {
        var random = new Random(seed);
        var taken = new int[wanted];
        var filled = 0;
        for (var row = 0; filled < wanted; row++)
        {
            if (random.NextDouble() * (count - row) < wanted - filled)
            {
                taken[filled++] = row;
            }
        }

        return taken;
    }

    private static long BytesOf(Column column) => column switch
    {
        CategoryColumn category => sizeof(int) + (Math.Min(category.Levels.Count, MostHotColumns) * sizeof(double) / 2),
        TextColumn => TermColumns * sizeof(double) / 4,
        _ => sizeof(double),
    };
}
