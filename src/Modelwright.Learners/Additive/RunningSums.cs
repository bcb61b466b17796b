using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Additive;

/// <summary>Sums over the first cells of a row of cells, among which the best cut is found; the same bits whatever the width of the machine's vectors.</summary>
/// <remarks>A hot file: its loops are written out.</remarks>
internal sealed class RunningSums(int most)
{
    private const int Lanes = 4;

    private readonly double[] _gradients = new double[most + 1 + Lanes];
    private readonly double[] _hessians = new double[most + 1 + Lanes];
    private readonly double[] _rows = new double[most + 1 + Lanes];

    /// <summary>Sums of gradients: place p holds that of the first p cells.</summary>
    public Span<double> Gradients => _gradients;

    /// <summary>Sums of second derivatives.</summary>
    public Span<double> Hessians => _hessians;

    /// <summary>Numbers of rows.</summary>
    public Span<double> Rows => _rows;

    /// <summary>Cells that fit.</summary>
    public int Most => _rows.Length - 1 - Lanes;

    /// <summary>What the cells of a range gain as one leaf.</summary>
    public double Gain(int start, int end) => GrowRule.Gain(_gradients[end] - _gradients[start], _hessians[end] - _hessians[start]);

    /// <summary>Whether a range holds so many rows.</summary>
    public bool Holds(int start, int end, int rows) => _rows[end] - _rows[start] >= rows;

    /// <summary>What is added in the cells of a range.</summary>
    public double Step(int start, int end, GrowRule rule) => rule.Step(_gradients[end] - _gradients[start], _hessians[end] - _hessians[start]);

    /// <summary>The cut within a range whose two sides gain most; at its end where none gains more than the range as a whole.</summary>
    /// <param name="start">First cell.</param>
    /// <param name="end">The cell after the last.</param>
    /// <param name="leaf">Rows that a side holds at least.</param>
    /// <returns>The cut, and what both sides gain; the gain of the whole where there is no cut.</returns>
    public (int Cut, double Gain) Best(int start, int end, int leaf)
    {
        var (one, least) = (Vector256.Create(GrowRule.Penalty), Vector256.Create((double)leaf));
        var (fromGradient, toGradient) = (Vector256.Create(_gradients[start]), Vector256.Create(_gradients[end]));
        var (fromHessian, toHessian) = (Vector256.Create(_hessians[start]), Vector256.Create(_hessians[end]));
        var (fromRows, toRows) = (Vector256.Create(_rows[start]), Vector256.Create(_rows[end]));
        var places = Vector256.Create(0.0, 1, 2, 3) + Vector256.Create(start + 1.0);
        var (best, cuts) = (Vector256.Create(Gain(start, end)), Vector256.Create((double)end));
        for (var cut = start + 1; cut < end; cut += Lanes, places += Vector256.Create((double)Lanes))
        {
            // Places beyond the end have too few rows on their far side.
            var (gradient, hessian, rows) = (Load(_gradients, cut), Load(_hessians, cut), Load(_rows, cut));
            var (low, high) = (gradient - fromGradient, toGradient - gradient);
            var gain = (low * low / (hessian - fromHessian + one)) + (high * high / (toHessian - hessian + one));
            var isBetter = Vector256.GreaterThanOrEqual(rows - fromRows, least) & Vector256.GreaterThanOrEqual(toRows - rows, least) & Vector256.GreaterThan(gain, best);
            best = Vector256.ConditionalSelect(isBetter, gain, best);
            cuts = Vector256.ConditionalSelect(isBetter, places, cuts);
        }

        return First(best, cuts);
    }

    private static Vector256<double> Load(double[] values, int place) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)place);

    /// <summary>The greatest gain of the lanes; of like ones the first cut.</summary>
    private static (int Cut, double Gain) First(Vector256<double> gains, Vector256<double> cuts)
    {
        var (cut, gain) = (cuts[0], gains[0]);
        for (var lane = 1; lane < Lanes; lane++)
        {
            if (gains[lane] > gain || (gains[lane] == gain && cuts[lane] < cut))
            {
                (cut, gain) = (cuts[lane], gains[lane]);
            }
        }

        return ((int)cut, gain);
    }
}
