using Modelwright.Core.Data;

namespace Modelwright.Profile.Relations;

/// <summary>A 64-bit hash of each row over some columns, so that equal rows are found without comparing all with all; among a million rows two unlike ones fall together with a chance of about 3 in 100 million.</summary>
internal static class RowHash
{
    private const ulong OfMissing = 0x9E3779B97F4A7C15;

    /// <summary>The hashes, row by row.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">How many rows, from the first.</param>
    public static ulong[] Of(IReadOnlyList<Column> columns, int rows)
    {
        var hashes = new ulong[rows];
        foreach (var column in columns)
        {
            switch (column)
            {
                case NumberColumn numbers:
                    // Adding zero makes -0.0 equal to 0.0; all NaN have one hash.
                    Mix(numbers.Values, hashes, value => double.IsNaN(value) ? OfMissing : BitConverter.DoubleToUInt64Bits(value + 0.0));
                    break;
                case TimeColumn times:
                    Mix(times.Values, hashes, ticks => unchecked((ulong)ticks));
                    break;
                case CategoryColumn levels:
                    Mix(levels.Codes, hashes, code => unchecked((ulong)code));
                    break;
                default:
                    Mix(((TextColumn)column).Values, hashes, text => text is null ? OfMissing : OfText(text));
                    break;
            }
        }

        return hashes;
    }

    private static void Mix<T>(Blocks<T> blocks, ulong[] hashes, Func<T, ulong> bits)
    {
        for (var start = 0; start < hashes.Length; start += Blocks<T>.Size)
        {
            var values = blocks[start / Blocks<T>.Size];
            for (var row = 0; row < values.Length && start + row < hashes.Length; row++)
            {
                ref var hash = ref hashes[start + row];

                // The finalizer of MurmurHash3 (public domain), one round a column.
                hash = unchecked((hash * 31) + bits(values[row]));
                hash = unchecked((hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD);
                hash ^= hash >> 29;
            }
        }
    }

    // FNV-1a over the letters.
    private static ulong OfText(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return hash;
    }
}
