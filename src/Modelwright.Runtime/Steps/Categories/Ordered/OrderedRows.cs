using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>What is known of combinations, on rows of numbers.</summary>
/// <param name="from">Where each of the one or two inputs stands, how many codes it has, and the code of a value there; below 0 where it is not known.</param>
/// <param name="slot">Where the values of a combination stand: the code of the first input times the codes of the second, and the code of the second.</param>
/// <param name="values">For each output one a combination and one more for all others.</param>
/// <param name="to">The first place that is written, and how many are.</param>
internal sealed class OrderedRows((int Place, int Codes, Func<double, int> CodeOf)[] from, Func<long, int> slot, double[] values, (int Place, int Outputs) to) : RowStep(from[0].Place, to.Place)
{
    private readonly int _length = values.Length / Math.Max(1, to.Outputs);

    internal override void Apply(Span<double> rows, int width)
    {
        for (var row = 0; row < rows.Length; row += width)
        {
            var at = SlotOf(rows.Slice(row, width));
            for (var output = 0; output < to.Outputs; output++)
            {
                rows[row + To + output] = values[(output * _length) + at];
            }
        }
    }

    private int SlotOf(ReadOnlySpan<double> row)
    {
        var combination = 0L;
        foreach (ref readonly var input in from.AsSpan())
        {
            var code = input.CodeOf(row[input.Place]);
            if (code < 0)
            {
                return _length - 1;
            }

            combination = (combination * input.Codes) + code;
        }

        return slot(combination);
    }
}
