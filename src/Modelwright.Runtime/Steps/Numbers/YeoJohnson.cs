using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>The power transformation of Yeo and Johnson 2000, and the exponent that makes values most like a normal distribution.</summary>
internal static class YeoJohnson
{
    /// <summary>Exponents that are looked through, from minus this to this.</summary>
    internal const double Most = 5;

    /// <summary>Values that the exponent is chosen by; more are thinned out evenly.</summary>
    private const int MostValues = 20_000;

    private const double GridStep = 0.25;

    /// <summary>Exponents are multiples of this, so that a quotient by one never loses all its digits.</summary>
    private const double Grain = 1.0 / (1 << 20);

    /// <summary>Spread, as a share of the largest value, below which rounding is all that is left of it.</summary>
    private const double LeastSpread = 1e-10;

    /// <summary>Transforms a number; finite numbers stay finite.</summary>
    internal static double Map(double value, double exponent)
    {
        var made = value >= 0
            ? Power(PortableMath.Log1p(value), exponent)
            : -Power(PortableMath.Log1p(-value), 2 - exponent);
        return double.IsInfinity(made) && double.IsFinite(value) ? Math.CopySign(double.MaxValue, made) : made;
    }

    /// <summary>The same as a formula; missing stays missing.</summary>
    internal static FormulaNode Formula(FormulaNode value, double exponent, FormulaBuilder builder)
    {
        var (zero, log) = (builder.Constant(0), builder.Of(FormulaOperation.LogarithmOfOnePlus, builder.Of(FormulaOperation.Absolute, value)));
        var below = builder.Of(FormulaOperation.Subtract, zero, Power(log, 2 - exponent, builder));
        return builder.Held(builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.AtMost, zero, value), Power(log, exponent, builder), below));
    }

    /// <summary>The exponent of the largest likelihood, by weight; 1, which changes nothing, where no exponent is better.</summary>
    internal static double Fit(Blocks<double> values, double[]? weights)
    {
        var (logs, counts) = Sample(values, weights);
        var (best, score) = (1.0, Likelihood(logs, counts, 1));
        for (var exponent = -Most; exponent <= Most; exponent += GridStep)
        {
            var likelihood = Likelihood(logs, counts, exponent);
            if (likelihood > score)
            {
                (best, score) = (exponent, likelihood);
            }
        }

        return double.IsNegativeInfinity(score) ? 1 : Refine(logs, counts, Math.Max(-Most, best - GridStep), Math.Min(Most, best + GridStep));
    }

    /// <summary>((1 + x)^exponent - 1) / exponent, given ln(1 + x).</summary>
    private static double Power(double log, double exponent) =>
        exponent == 0 ? log : (PortableMath.Exp(exponent * log) - 1) / exponent;

    private static FormulaNode Power(FormulaNode log, double exponent, FormulaBuilder builder)
    {
        if (exponent == 0)
        {
            return log;
        }

        var power = builder.Of(FormulaOperation.Exponential, builder.Of(FormulaOperation.Multiply, builder.Constant(exponent), log));
        return builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Subtract, power, builder.Constant(1)), builder.Constant(exponent));
    }

    /// <summary>Golden section search, Kiefer 1953.</summary>
    private static double Refine(double[] logs, double[] counts, double low, double high)
    {
        const double Section = 0.6180339887498949;
        var (left, right) = (high - (Section * (high - low)), low + (Section * (high - low)));
        var (leftScore, rightScore) = (Likelihood(logs, counts, left), Likelihood(logs, counts, right));
        while (high - low > Grain)
        {
            if (leftScore >= rightScore)
            {
                (high, right, rightScore) = (right, left, leftScore);
                left = high - (Section * (high - low));
                leftScore = Likelihood(logs, counts, left);
            }
            else
            {
                (low, left, leftScore) = (left, right, rightScore);
                right = low + (Section * (high - low));
                rightScore = Likelihood(logs, counts, right);
            }
        }

        return Math.Round((low + high) / 2 / Grain) * Grain;
    }

    /// <summary>The logarithm of the profile likelihood a row; minus infinity where it cannot be told from rounding.</summary>
    private static double Likelihood(double[] logs, double[] counts, double exponent)
    {
        var (total, sum, squares, jacobian, largest) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var log in logs)
        {
            largest = Math.Max(largest, Math.Abs(OfLog(log, exponent)));
        }

        if (!(largest > 0) || double.IsInfinity(largest))
        {
            return double.NegativeInfinity;
        }

        // In units of the largest value, so that squares stay finite.
        for (var row = 0; row < logs.Length; row++)
        {
            var made = OfLog(logs[row], exponent) / largest;
            total += counts[row];
            sum += counts[row] * made;
            squares += counts[row] * made * made;
            jacobian += counts[row] * logs[row];
        }

        var mean = sum / total;
        var spread = Math.Sqrt(Math.Max(0, (squares / total) - (mean * mean)));
        return spread > LeastSpread
            ? ((exponent - 1) * jacobian / total) - PortableMath.Log(spread) - PortableMath.Log(largest)
            : double.NegativeInfinity;
    }

    /// <summary>Transforms a number given as its sign times ln(1 + its size).</summary>
    private static double OfLog(double log, double exponent) => log >= 0 ? Power(log, exponent) : -Power(-log, 2 - exponent);

    private static (double[] Logs, double[] Counts) Sample(Blocks<double> values, double[]? weights)
    {
        var (logs, counts) = (new List<double>(), new List<double>());
        var stride = Math.Max(1, (values.RowCount + MostValues - 1) / MostValues);
        var place = 0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                var weight = weights is null ? 1 : weights[place];
                if (place++ % stride == 0 && double.IsFinite(value) && weight > 0)
                {
                    logs.Add(value >= 0 ? PortableMath.Log1p(value) : -PortableMath.Log1p(-value));
                    counts.Add(weight);
                }
            }
        }

        return ([.. logs], [.. counts]);
    }
}
