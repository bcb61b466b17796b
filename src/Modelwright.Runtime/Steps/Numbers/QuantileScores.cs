using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>Makes of a number the share of the training rows that lie below it, or the normal score of that share.</summary>
/// <remarks>
/// The shares of evenly spread quantiles of the training rows (by weight) are interpolated; a value that many rows share gets the
/// middle of their shares, the least value 0 and the largest 1, as do all beyond them and infinite ones. A missing value stays
/// missing; a column that is constant in training becomes 0, one without a finite value is left as it is. Normal scores end at
/// those of the shares 0.0000001 and 0.9999999. As in scikit-learn's QuantileTransformer; we take all rows, not a sample.
/// </remarks>
public sealed record QuantileScores : IStep
{
    internal const string StepName = "quantile";

    /// <summary>Knots that can be read back at most.</summary>
    internal const int MostKnots = 10_000;

    /// <summary>Number columns to transform; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Quantiles kept at most, 2 to 10,000; no more than there are training values.</summary>
    public int Knots { get; init; } = 1000;

    /// <summary>How the scores are spread.</summary>
    public ScoreShape Shape { get; init; } = ScoreShape.Uniform;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Knots), Knots, 2, MostKnots));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Number], keepsInputs: false, (column, _) =>
        {
            var quantiles = WeightedQuantiles.Of(((NumberColumn)column).Values, input.Weights);
            return quantiles.Count == 0
                ? null
                : new ScoredNumber(column.Name, [column.Name], quantiles.Spread(Math.Min(Knots, quantiles.Count)), Shape);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        var knots = part.Numbers("knots");
        if (knots.Length is < 1 or > MostKnots || !SoundArrays.AreFinite(knots) || !SoundArrays.AreAscending(knots))
        {
            throw new ArtifactException($"Step '{StepName}' holds quantiles for column '{input}' that are not 1 to {MostKnots} finite numbers in ascending order. Make the file again.");
        }

        return new ScoredNumber(input, outputs, knots, part.Flag("normal") ? ScoreShape.Normal : ScoreShape.Uniform);
    });

    private sealed class ScoredNumber(string input, IReadOnlyList<string> outputs, double[] knots, ScoreShape shape) : MappedNumber(input, outputs)
    {
        /// <summary>The share from which on a normal score is held still.</summary>
        private const double LeastShare = 1e-7;

        protected override void Map(ReadOnlySpan<double> from, Span<double> to)
        {
            for (var row = 0; row < to.Length; row++)
            {
                var value = from[row];
                to[row] = double.IsNaN(value) ? value
                    : knots[0] == knots[^1] ? 0
                    : shape == ScoreShape.Uniform ? Share(value)
                    : NormalQuantile.Of(Math.Clamp(Share(value), LeastShare, 1 - LeastShare));
            }
        }

        internal override FormulaColumn[]? Formula(FormulaColumn from, FormulaBuilder builder)
        {
            if (knots[0] == knots[^1])
            {
                return Made(builder.Kept(from.Node, builder.Constant(0)));
            }

            var share = QuantileFormula.Share(knots, from.Node, builder);
            return share is null ? null : Made(shape == ScoreShape.Uniform ? share : builder.Of(FormulaOperation.NormalQuantile, builder.Held(share, LeastShare, 1 - LeastShare)));
        }

        internal override string WithoutFormula => "the distance of two of its quantiles is beyond all numbers";

        internal override void Write(IArtifactWriter writer)
        {
            writer.Numbers("knots", knots);
            writer.Flag("normal", shape == ScoreShape.Normal);
        }

        private double Share(double value)
        {
            if (value <= knots[0] || value >= knots[^1])
            {
                return value <= knots[0] ? 0 : 1;
            }

            var steps = knots.Length - 1.0;
            var first = FirstNotBelow(value, orEqual: true);
            if (knots[first] == value)
            {
                return (first + FirstNotBelow(value, orEqual: false) - 1) / 2.0 / steps;
            }

            var (lower, upper) = (knots[first - 1], knots[first]);

            // By halves where the distance of two huge values is beyond all numbers.
            var part = double.IsInfinity(upper - lower) ? ((value / 2) - (lower / 2)) / ((upper / 2) - (lower / 2)) : (value - lower) / (upper - lower);
            return (first - 1 + part) / steps;
        }

        /// <summary>The first knot that is at least the value, or above it.</summary>
        private int FirstNotBelow(double value, bool orEqual)
        {
            var (low, high) = (0, knots.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (orEqual ? knots[middle] < value : knots[middle] <= value)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }
    }
}
