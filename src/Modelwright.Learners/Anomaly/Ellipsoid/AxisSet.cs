namespace Modelwright.Learners.Anomaly.Ellipsoid;

/// <summary>The leading axes of rows.</summary>
/// <param name="Axes">One line an axis, of length 1 and at right angles to each other, the longest first.</param>
/// <param name="Variances">The variance along each, above 0.</param>
/// <param name="Rest">The mean variance of all directions beside these axes; 0 where there are none, or none varies.</param>
internal sealed record AxisSet(double[][] Axes, double[] Variances, double Rest)
{
    /// <summary>The longest of the axes; all that is beside them is the rest.</summary>
    /// <param name="most">Axes at most.</param>
    /// <param name="columns">Number of columns, which is that of all directions.</param>
    public AxisSet Leading(int most, int columns) => Axes.Length <= most
        ? this
        : new(Axes[..most], Variances[..most], (Variances[most..].Sum() + (Rest * (columns - Axes.Length))) / (columns - most));

    /// <summary>The axes and variances of a sum of squares matrix, one line a column: one-sided Jacobi rotations until all lines are at right angles.</summary>
    /// <param name="matrix">Symmetric, without negative variances; used up.</param>
    /// <param name="cancellation">Asks it to end.</param>
    /// <remarks>Hestenes 1958; Demmel &amp; Veselić 1992.</remarks>
    public static AxisSet Of(double[][] matrix, CancellationToken cancellation)
    {
        const int MostSweeps = 60;
        const double Small = 1e-12;
        var size = matrix.Length;
        var trace = Enumerable.Range(0, size).Sum(place => matrix[place][place]);
        for (var (sweep, isTurned) = (0, true); isTurned && sweep < MostSweeps; sweep++)
        {
            isTurned = false;
            for (var one = 0; one < size; one++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var other = one + 1; other < size; other++)
                {
                    isTurned |= TurnApart(matrix[one], matrix[other], trace);
                }
            }
        }

        double[] lengths = [.. matrix.Select(line => Math.Sqrt(Lines.Dot(line, line)))];
        int[] order = [.. Enumerable.Range(0, size).Where(place => lengths[place] > Small * trace).OrderByDescending(place => lengths[place]).ThenBy(place => place)];
        foreach (var place in order)
        {
            Lines.Scale(matrix[place], 1 / lengths[place]);
        }

        var kept = order.Sum(place => lengths[place]);
        return new([.. order.Select(place => matrix[place])], [.. order.Select(place => lengths[place])], order.Length < size ? Math.Max(0, trace - kept) / (size - order.Length) : 0);
    }

    private static bool TurnApart(double[] one, double[] other, double trace)
    {
        const double Tolerance = 1e-13;
        var (a, b, common) = (Lines.Dot(one, one), Lines.Dot(other, other), Lines.Dot(one, other));
        if (Math.Abs(common) <= Tolerance * Math.Sqrt(a * b) || Math.Sqrt(Math.Max(a, b)) <= 1e-15 * trace)
        {
            return false;
        }

        var half = (b - a) / (2 * common);
        var tangent = (half >= 0 ? 1 : -1) / (Math.Abs(half) + Math.Sqrt(1 + (half * half)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        Lines.Turn(one, other, cosine, cosine * tangent);
        return true;
    }
}
