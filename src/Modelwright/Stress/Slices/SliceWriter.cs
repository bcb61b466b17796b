using System.Globalization;
using Modelwright.Measures;
using Modelwright.Measures.Intervals;

namespace Modelwright.Stress.Slices;

/// <summary>Writes down what was found of a slice, from the rows that the search has not seen.</summary>
/// <param name="model">The model, with the rows that were looked at.</param>
/// <param name="tested">The rows that the search has not seen.</param>
/// <param name="costs">What each row costs.</param>
internal sealed class SliceWriter(StressedModel model, int[] tested, RowCosts costs)
{
    /// <summary>One mark a row, none of them set.</summary>
    public bool[] NoRow() => new bool[model.Rows.RowCount];

    /// <summary>Writes.</summary>
    /// <param name="slice">The slice as it was tested.</param>
    /// <param name="share">Its q-value.</param>
    /// <param name="isUnexpected">Whether the model says nothing of the kind itself.</param>
    public WeakSlice Write(TestedSlice slice, double share, bool isUnexpected)
    {
        var sides = tested.ToLookup(slice.Slice.Has);
        int[] inside = [.. sides[true]];
        int[] outside = [.. sides[false]];
        var rows = Enumerable.Range(0, model.Rows.RowCount).Count(slice.Slice.Has);
        var (loss, other) = (Loss(inside), Loss(outside));
        var found = new WeakSlice
        {
            Conditions = slice.Slice.Words,
            Columns = [.. slice.Slice.Conditions.Select(condition => condition.Column)],
            Rows = rows,
            Share = (double)rows / model.Rows.RowCount,
            Score = Score(inside),
            OtherScore = Score(outside),
            Loss = loss,
            OtherLoss = other,
            ExpectedLoss = Expected(inside),
            OtherExpectedLoss = Expected(outside),
            LossRatio = Ratio(loss, other),
            EffectSize = (slice.Inside.Value - slice.Outside.Value) / Math.Sqrt(((slice.Inside.Deviation * slice.Inside.Deviation) + (slice.Outside.Deviation * slice.Outside.Deviation)) / 2),
            PValue = slice.Chance,
            QValue = share,
            IsUnexpected = isUnexpected,
            Sentence = "",
        };
        return found with { Sentence = Say(found) };
    }

    private static string Say(WeakSlice slice)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"Where {slice.Conditions} ({slice.Rows} rows, {100 * slice.Share:0.#} %)");
        var (times, loss, other) = (Times(slice.LossRatio), slice.Loss.Value, slice.OtherLoss.Value);
        return (slice.ExpectedLoss, slice.IsUnexpected) switch
        {
            (null, _) => string.Create(CultureInfo.InvariantCulture, $"{where}, the model is off by {loss:0.###} a row and elsewhere by {other:0.###}{times}. Whether these rows are harder for any model, the figures cannot tell."),
            ({ } expected, true) => string.Create(CultureInfo.InvariantCulture, $"{where}, a row costs {loss:0.###} and by the model's own probabilities would cost {expected:0.###}; elsewhere it costs {other:0.###} and would cost {slice.OtherExpectedLoss:0.###}. The model is wrong there more often than it says."),
            ({ } expected, false) => string.Create(CultureInfo.InvariantCulture, $"{where}, a row costs {loss:0.###} and elsewhere {other:0.###}{times}. By the model's own probabilities it would cost {expected:0.###}, so these rows may be harder for any model."),
        };
    }

    private static string Times(Estimate ratio) =>
        double.IsFinite(ratio.Upper) ? string.Create(CultureInfo.InvariantCulture, $", {ratio.Value:0.##} times as much ({ratio.Lower:0.##} … {ratio.Upper:0.##})") : "";

    private Estimate Score(int[] rows) => model.Metric.Estimate(model.Calm.Take(rows), model.Groups is { } groups ? Array.ConvertAll(rows, row => groups[row]) : null);

    private Estimate Loss(int[] rows)
    {
        var mean = DrawnMean.Of(costs.Losses, rows, model.Calm.Weights, model.Groups);
        var (lower, upper) = IntervalEnds.Of(IntervalScale.Log, (0, double.PositiveInfinity), mean.Value, mean.Spread);
        return new(mean.Value, mean.Error, lower, upper, mean.Rows);
    }

    private double? Expected(int[] rows) => costs.Expected is { } expected ? DrawnMean.Of(expected, rows, model.Calm.Weights, model.Groups).Value : null;

    // Zou & Donner 2008: the limits of two figures that do not depend on each other give those of their difference, here of their logarithms.
    private static Estimate Ratio(Estimate loss, Estimate other)
    {
        var middle = Math.Log(loss.Value / other.Value);
        var below = Way(loss.Value / loss.Lower, other.Upper / other.Value);
        var above = Way(loss.Upper / loss.Value, other.Value / other.Lower);
        return new(loss.Value / other.Value, double.NaN, Math.Exp(middle - below), Math.Exp(middle + above), loss.Rows + other.Rows);
    }

    private static double Way(double one, double other) => Math.Sqrt((Math.Log(one) * Math.Log(one)) + (Math.Log(other) * Math.Log(other)));
}
