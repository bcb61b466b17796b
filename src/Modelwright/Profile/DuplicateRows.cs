using Modelwright.Core.Data;
using Modelwright.Profile.Meanings;

namespace Modelwright.Profile;

/// <summary>Counts rows that equal an earlier one.</summary>
/// <param name="Duplicates">Rows that have an equal one before them.</param>
/// <param name="Compared">Rows looked at.</param>
internal sealed record DuplicateRows(long Duplicates, int Compared)
{
    internal const int MostCompared = 1_000_000;

    /// <summary>Compares rows by a 64-bit hash over all columns but ids.</summary>
    internal static DuplicateRows Count(Table raw, IReadOnlyList<ColumnProfile> profiles, CancellationToken cancellation)
    {
        var rows = Math.Min(raw.RowCount, MostCompared);
        var hashes = new ulong[rows];
        var columns = 0;
        for (var position = 0; position < raw.Columns.Count; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (profiles[position] is not ({ Meaning: ColumnMeaning.Id } or { NamesRow: true }))
            {
                Mix(raw.Columns[position], hashes);
                columns++;
            }
        }

        return columns == 0 ? new(0, 0) : new(rows - new HashSet<ulong>(hashes).Count, rows);
    }

    private static void Mix(Column column, Span<ulong> hashes)
    {
        switch (column)
        {
            case NumberColumn numbers:
                // Adding zero makes -0.0 equal to 0.0; all NaN have one hash.
                Mix(numbers.Values, hashes, value => double.IsNaN(value) ? 1 : BitConverter.DoubleToUInt64Bits(value + 0.0));
                break;
            case CategoryColumn levels:
                Mix(levels.Codes, hashes, code => (ulong)code);
                break;
            case TimeColumn times:
                Mix(times.Values, hashes, ticks => (ulong)ticks);
                break;
            case TextColumn texts:
                Mix(texts.Values, hashes, text => text is null ? 1 : DistinctCounter.Bits(text));
                break;
            default:
                break;
        }
    }

    private static void Mix<T>(Blocks<T> blocks, Span<ulong> hashes, Func<T, ulong> bits)
    {
        for (var block = 0; block < blocks.BlockCount; block++)
        {
            var start = block * Blocks<T>.Size;
            if (start >= hashes.Length)
            {
                return;
            }

            var values = blocks[block];
            for (var row = 0; row < values.Length && start + row < hashes.Length; row++)
            {
                // The finalizer of MurmurHash3 (public domain), one round a column.
                var hash = (hashes[start + row] * 31) + bits(values[row]);
                hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
                hashes[start + row] = hash ^ (hash >> 29);
            }
        }
    }
}
