using Modelwright.Core.Data;
using Modelwright.Validation;

namespace Modelwright;

/// <summary>
/// Keeps a run within its memory. Trials side by side hold a row many times, one fit after the other far fewer times: so
/// where all rows do not fit, the search works with a sample. A fit of a learner that takes columns as they are holds next to
/// nothing of a row whose columns lie in a file; so such rows all stay, and each refit takes as many as it can hold
/// (<see cref="Search.RefitRoom"/>). Rows are left out only where even that does not fit.
/// </summary>
/// <param name="Rows">The rows a run works with, in their order.</param>
/// <param name="LeftOut">Rows left out: at random, or the first ones where rows are read in their order.</param>
/// <param name="SearchRows">Rows that a search may hold.</param>
/// <param name="CopiedRows">Rows of which all columns may be held in memory.</param>
/// <param name="RefitBytes">Bytes that a fit on all rows may take beside them.</param>
internal sealed record MemoryShare(Table Rows, int LeftOut, int SearchRows, int CopiedRows, long RefitBytes)
{
    /// <summary>What the process takes before the first row: runtime, reader and native training library.</summary>
    private const long Standing = 170L << 20;

    /// <summary>How often a number of a row is held at the peak: as read, admitted, as features of two folds side by side and of those kept for reuse, binned and scaled by learners, scored.</summary>
    private const int CopiesOfSearch = 20;

    /// <summary>The same for the fit of one model after the other: as read, admitted, as features, binned or scaled by one learner.</summary>
    private const int CopiesOfFit = 7;

    /// <summary>Columns of 0 and 1 that a category becomes at most; half of them count, as not every learner asks for them.</summary>
    private const int MostHotColumns = 32;

    /// <summary>Columns of terms that a text becomes at most; a quarter of them counts, as they are there in few copies.</summary>
    private const int TermColumns = 300;

    /// <summary>What a level takes beside its rows: its text, its entry in lists and dictionaries, its sums of the target in each fold.</summary>
    private const int BytesOfLevel = 250;

    /// <summary>Bytes of a row beside its columns: row numbers, hashes of the profile, its place in splits, gradients and scores.</summary>
    private const int BytesOfRow = 150;

    /// <summary>Part of the limit that a source holds of a table that lies in a file, and part of the rest that a fit may count on.</summary>
    private const int HeldOfFile = 6;
    private const double CountedOn = 0.8;

    private const int FewestRows = 1_000;

    /// <summary>The rows a run trains on.</summary>
    /// <param name="rows">All rows for training.</param>
    /// <param name="limit">Bytes the process may take; null means no limit.</param>
    /// <param name="seed">Chance of the sample.</param>
    /// <param name="inOrder">Whether rows are read in their order: then the last ones are kept in place of a sample.</param>
    /// <returns>Which rows are kept, and what may be done with them.</returns>
    public static MemoryShare Fit(Table rows, long? limit, int seed, bool inOrder = false)
    {
        if (limit is not { } bytes)
        {
            return new(rows, 0, int.MaxValue, int.MaxValue, long.MaxValue);
        }

        var inSearch = Most(rows, bytes - Standing, CopiesOfSearch);
        var most = Most(rows, bytes - Standing, CopiesOfFit);
        if (rows.RowCount <= most)
        {
            return new(rows, 0, inSearch, most, long.MaxValue);
        }

        var free = (long)(CountedOn * (bytes - Standing - (bytes / HeldOfFile) - ((long)rows.RowCount * BytesOfRow)));
        return (long)rows.RowCount * rows.Columns.Sum(LeanBytesOf) <= free / 2
            ? new(rows, 0, inSearch, most, free)
            : new(rows.Take(inOrder ? [.. Enumerable.Range(rows.RowCount - most, most)] : RowSample.Draw(rows.RowCount, most, seed)), rows.RowCount - most, inSearch, most, long.MaxValue);
    }

    // What a learner that takes columns as they are makes of them: bins, parts of times, terms of texts.
    private static double LeanBytesOf(Column column) => column.Type switch
    {
        ColumnType.Number => 1.5,
        ColumnType.Category => 1.5 + sizeof(int),
        ColumnType.Time => 5 * (1.5 + sizeof(double)),
        _ => TermColumns * sizeof(double),
    };

    // The most rows whose columns and levels fit; rows bring levels along, so the sum is searched and not divided.
    private static int Most(Table rows, long bytes, int copies)
    {
        var perRow = Math.Max(1, rows.Columns.Sum(BytesOf)) * copies;
        int[] levels = [.. rows.Columns.OfType<CategoryColumn>().Select(column => column.Levels.Count)];
        var (least, most) = (FewestRows, Math.Max(FewestRows, rows.RowCount));
        while (least < most)
        {
            var middle = (int)(((long)least + most + 1) / 2);
            var fits = (middle * perRow) + levels.Sum(count => (long)Math.Min(count, middle) * BytesOfLevel * copies) <= bytes;
            (least, most) = fits ? (middle, most) : (least, middle - 1);
        }

        return least;
    }

    private static long BytesOf(Column column) => column switch
    {
        CategoryColumn category => sizeof(int) + (Math.Min(category.Levels.Count, MostHotColumns) * sizeof(double) / 2),
        TextColumn => TermColumns * sizeof(double) / 4,
        _ => sizeof(double),
    };
}
