namespace Modelwright.Learners.Bayes;

/// <summary>
/// Chooses what the tables count by the log loss of rows each left out of all counts, which takes no second fit. Columns that
/// repeat one another make naive Bayes far too sure; a power below 1 takes that back.
/// </summary>
internal static class LeftOutPower
{
    private const int MostRows = 20_000;

    private static readonly double[] Powers = [1, 0.85, 0.7, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08];

    /// <summary>The power of the least loss, the largest of several alike.</summary>
    public static double Choose(IReadOnlyList<CellColumn> columns, IReadOnlyList<ClassCounts> counts, ClassRows rows, CancellationToken cancellation)
    {
        var losses = new double[Powers.Length];
        var stride = Math.Max(1, (rows.Count + MostRows - 1) / MostRows);
        var (start, said) = (new double[rows.Classes], new double[rows.Classes]);
        for (var row = 0; row < rows.Count; row += stride)
        {
            cancellation.ThrowIfCancellationRequested();
            var (own, weight) = (rows.Codes[row], rows.Weights[row]);
            for (var label = 0; label < said.Length; label++)
            {
                var without = label == own ? weight : 0;
                (start[label], said[label]) = (rows.Log(label, without), 0);
                for (var column = 0; column < columns.Count; column++)
                {
                    said[label] += columns[column].Cells[row] is var cell and >= 0 ? counts[column].Log(cell, label, without) : 0;
                }
            }

            for (var power = 0; power < losses.Length; power++)
            {
                losses[power] += weight * Loss(start, said, Powers[power], own);
            }
        }

        return Powers[Array.IndexOf(losses, losses.Min())];
    }

    private static double Loss(double[] start, double[] said, double power, int own)
    {
        var largest = double.NegativeInfinity;
        for (var label = 0; label < start.Length; label++)
        {
            largest = Math.Max(largest, start[label] + (power * said[label]));
        }

        var sum = 0.0;
        for (var label = 0; label < start.Length; label++)
        {
            sum += Math.Exp(start[label] + (power * said[label]) - largest);
        }

        return largest + Math.Log(sum) - start[own] - (power * said[own]);
    }
}
