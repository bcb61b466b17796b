namespace Modelwright.Runtime.Steps.Rows;

/// <summary>A number that is filled in where it is missing and, behind it, whether it was.</summary>
/// <param name="from">Where the number stands.</param>
/// <param name="to">Where the filled one goes.</param>
/// <param name="fill">What is filled in.</param>
/// <param name="tells">Whether it is told where that was.</param>
internal sealed class FilledRows(int from, int to, double fill, bool tells) : RowStep(from, to)
{
    internal override void Apply(Span<double> rows, int width)
    {
        for (var row = 0; row < rows.Length; row += width)
        {
            var value = rows[row + From];
            var isFinite = double.IsFinite(value);
            rows[row + To] = isFinite ? value : fill;
            if (tells)
            {
                rows[row + To + 1] = isFinite ? 0 : 1;
            }
        }
    }
}
