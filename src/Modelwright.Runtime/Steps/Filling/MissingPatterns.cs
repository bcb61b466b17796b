using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Filling;

/// <summary>Remembers which rows of earlier columns were missing, so that one pattern gets one indicator.</summary>
internal sealed class MissingPatterns
{
    private readonly Dictionary<int, List<ulong[]>> _seen = [];

    /// <summary>Whether some rows but not all are without a value, and no earlier column missed exactly these.</summary>
    internal bool IsNew(Column column)
    {
        var bits = new ulong[(column.RowCount + 63) / 64];
        var missing = column is NumberColumn numbers ? Mark(numbers.Values, bits) : Mark(((CategoryColumn)column).Codes, bits);
        if (missing == 0 || missing == column.RowCount)
        {
            return false;
        }

        var hash = new HashCode();
        foreach (var word in bits)
        {
            hash.Add(word);
        }

        var key = hash.ToHashCode();
        if (!_seen.TryGetValue(key, out var alike))
        {
            _seen.Add(key, alike = []);
        }

        if (alike.Exists(other => other.AsSpan().SequenceEqual(bits)))
        {
            return false;
        }

        alike.Add(bits);
        return true;
    }

    private static int Mark(Blocks<double> values, ulong[] bits)
    {
        var (row, missing) = (0, 0);
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                if (!double.IsFinite(value))
                {
                    bits[row / 64] |= 1UL << (row % 64);
                    missing++;
                }

                row++;
            }
        }

        return missing;
    }

    private static int Mark(Blocks<int> codes, ulong[] bits)
    {
        var (row, missing) = (0, 0);
        for (var block = 0; block < codes.BlockCount; block++)
        {
            foreach (var code in codes[block])
            {
                if (code < 0)
                {
                    bits[row / 64] |= 1UL << (row % 64);
                    missing++;
                }

                row++;
            }
        }

        return missing;
    }
}
