namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>The dual of a support vector machine: variables from 0 to their bounds whose signed sum is 0.</summary>
/// <param name="Signs">1 or -1 a variable; there is one variable a row, or two, those of all rows after those of all rows.</param>
/// <param name="Bounds">The largest value of each.</param>
/// <param name="Start">Less the signed slope of the objective where all are 0.</param>
/// <param name="Tolerance">By how much a pair may break its conditions.</param>
internal sealed record SmoProblem(int[] Signs, double[] Bounds, double[] Start, double Tolerance)
{
    /// <summary>Classification: an output against all others. Rows that are left out have a bound of 0.</summary>
    /// <param name="target">The target.</param>
    /// <param name="output">The output.</param>
    /// <param name="settings">Cost and tolerance.</param>
    /// <param name="isLeftOut">Whether a row is not to be learned from.</param>
    /// <remarks>Cortes &amp; Vapnik 1995.</remarks>
    public static SmoProblem Classes(KernelTarget target, int output, VectorSettings settings, Func<int, bool> isLeftOut)
    {
        int[] signs = [.. Enumerable.Range(0, target.Rows).Select(row => target.IsOf(row, output) ? 1 : -1)];
        double[] bounds = [.. target.Weights.Select((weight, row) => isLeftOut(row) ? 0 : settings.Cost * weight)];
        return new(signs, bounds, [.. signs.Select(sign => (double)sign)], settings.Tolerance);
    }

    /// <summary>Regression: two variables a row, one for answers too low and one for those too high.</summary>
    /// <param name="target">The target.</param>
    /// <param name="settings">Cost, tolerance and the error that is free.</param>
    /// <remarks>Vapnik 1995, with the error that costs nothing; Smola &amp; Schölkopf 2004.</remarks>
    public static SmoProblem Numbers(KernelTarget target, VectorSettings settings)
    {
        int[] signs = [.. Enumerable.Repeat(1, target.Rows), .. Enumerable.Repeat(-1, target.Rows)];
        double[] bounds = [.. target.Weights.Concat(target.Weights).Select(weight => settings.Cost * weight)];
        double[] start = [.. target.Numbers.Select(number => number - settings.Epsilon), .. target.Numbers.Select(number => number + settings.Epsilon)];
        return new(signs, bounds, start, settings.Tolerance);
    }
}
