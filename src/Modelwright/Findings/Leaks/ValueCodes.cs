using Modelwright.Core.Data;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Numbers the different values of a column in the order in which they come; rows without a value have one of their own.</summary>
internal static class ValueCodes
{
    /// <summary>A number a row, from 0, and how many there are.</summary>
    public static (int[] Codes, int Count) Of(Column column) => column switch
    {
        NumberColumn numbers => Number(Array.ConvertAll(Binning.Values(numbers), value => double.IsNaN(value) ? double.NaN : value + 0.0)),
        TimeColumn times => Number(Copy(times.Values)),
        CategoryColumn levels => Number(Copy(levels.Codes)),
        _ => Number(Array.ConvertAll(Copy(((TextColumn)column).Values), text => text is null ? (false, "") : (true, text))),
    };

    private static (int[] Codes, int Count) Number<T>(T[] values)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (!numbers.TryGetValue(values[row], out codes[row]))
            {
                codes[row] = numbers.Count;
                numbers.Add(values[row], codes[row]);
            }
        }

        return (codes, numbers.Count);
    }

    private static T[] Copy<T>(Blocks<T> blocks)
    {
        var values = new T[blocks.RowCount];
        blocks.CopyTo(values);
        return values;
    }
}
