namespace Modelwright.Runtime.Steps.Rows;

/// <summary>A number for each code.</summary>
/// <param name="from">Where the code stands.</param>
/// <param name="to">Where the number goes.</param>
/// <param name="numbers">That of a missing value, then one a code.</param>
internal sealed class LookedUpRows(int from, int to, double[] numbers) : RowStep(from, to)
{
    internal override void Apply(Span<double> rows, int width)
    {
        for (var row = 0; row < rows.Length; row += width)
        {
            rows[row + To] = numbers[(int)rows[row + From] + 1];
        }
    }
}
