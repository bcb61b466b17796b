using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Times;

/// <summary>Makes numbers of a time, all of them at once, row by row. A missing time, or one outside the years 1 to 9999, is missing in all.</summary>
internal abstract class TimeNumbers(string input, IReadOnlyList<string> outputs)
    : FittedColumn(input, ColumnType.Time, Features(input, ColumnType.Number, outputs))
{
    /// <summary>Whether ticks are a time that a calendar knows.</summary>
    internal static bool IsTime(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    /// <summary>Makes the numbers of one time.</summary>
    protected abstract void Split(DateTime time, Span<double> numbers);

    internal override void Apply(Column column, Span<Column> made)
    {
        var times = ((TimeColumn)column).Values;
        var numbers = new NumberBlocks(made.Length, column.RowCount);
        var own = new double[made.Length];
        for (var block = 0; block < times.BlockCount; block++)
        {
            var from = times[block];
            for (var row = 0; row < from.Length; row++)
            {
                if (IsTime(from[row]))
                {
                    Split(new(from[row], DateTimeKind.Unspecified), own);
                }
                else
                {
                    own.AsSpan().Fill(double.NaN);
                }

                for (var place = 0; place < own.Length; place++)
                {
                    numbers[place, block][row] = own[place];
                }
            }
        }

        numbers.Name(Outputs, made);
    }
}
