using Modelwright.Core.Data;

namespace Modelwright;

/// <summary>Keeps a run within its memory: where the rows and what is made of them would not fit, a seeded sample is trained on.</summary>
internal static class MemoryShare
{
    /// <summary>What the process takes before the first row: runtime, reader and native training library.</summary>
    private const long Standing = 170L << 20;

    /// <summary>How often a number of a row is held at the peak: as read, admitted, as features of two folds side by side and of those kept for reuse, binned and scaled by learners, scored.</summary>
    private const int Copies = 20;

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

        var perRow = Math.Max(1, rows.Columns.Sum(BytesOf)) * Copies;
        var most = (int)Math.Clamp((bytes - Standing) / perRow, FewestRows, int.MaxValue);
        if (rows.RowCount <= most)
        {
            return (rows, 0);
        }

        return (rows.Take(Sample(rows.RowCount, most, seed)), rows.RowCount - most);
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

    private static long BytesOf(Column column) => column.Type switch
    {
        ColumnType.Category => sizeof(int),
        ColumnType.Text => 200,
        _ => sizeof(double),
    };
}
