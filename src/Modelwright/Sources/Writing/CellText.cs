using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>The cells of one column as text, block by block.</summary>
internal abstract class CellText
{
    internal static CellText Of(Column column) => column switch
    {
        NumberColumn numbers => new Cells<double>(numbers.Values, value => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture)),
        CategoryColumn levels => new Cells<int>(levels.Codes, code => code < 0 ? null : levels.Levels[code]),
        TextColumn texts => new Cells<string?>(texts.Values, text => text),
        _ => new Cells<long>(((TimeColumn)column).Values, ticks => ticks == TimeColumn.Missing ? null : Time(ticks)),
    };

    /// <summary>Cells with texts of one's own.</summary>
    internal static CellText Of<T>(Blocks<T> values, Func<T, string?> text) => new Cells<T>(values, text);

    /// <summary>The text of a row; null is missing. Rows are asked for in order.</summary>
    internal abstract string? this[int row] { get; }

    private static string Time(long ticks)
    {
        var time = new DateTime(ticks, DateTimeKind.Unspecified);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
    }

    private sealed class Cells<T>(Blocks<T> blocks, Func<T, string?> text) : CellText
    {
        private T[] _values = [];
        private int _block = -1;

        internal override string? this[int row]
        {
            get
            {
                if (row / Blocks<T>.Size != _block)
                {
                    _block = row / Blocks<T>.Size;
                    _values = blocks[_block].ToArray();
                }

                return text(_values[row % Blocks<T>.Size]);
            }
        }
    }
}
