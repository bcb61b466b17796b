namespace Modelwright.Runtime.Steps.Rows;

/// <summary>One of several places is 1, all others 0.</summary>
/// <param name="from">Where the code stands.</param>
/// <param name="to">The first of the places.</param>
/// <param name="count">How many they are.</param>
/// <param name="positions">Which of them a missing value hits, then one a code; -1 where none is.</param>
internal sealed class HotRows(int from, int to, int count, int[] positions) : RowStep(from, to)
{
    internal override void Apply(Span<double> rows, int width)
    {
        for (var row = 0; row < rows.Length; row += width)
        {
            var hot = rows.Slice(row + To, count);
            hot.Clear();
            if (positions[(int)rows[row + From] + 1] is var position and >= 0)
            {
                hot[position] = 1;
            }
        }
    }
}
