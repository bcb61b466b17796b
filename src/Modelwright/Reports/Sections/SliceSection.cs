using Modelwright.Reports.Content;
using Modelwright.Validation.Slices;

namespace Modelwright.Reports.Sections;

/// <summary>Rows on which the model does worse than on the others.</summary>
internal static class SliceSection
{
    private const int Most = 12;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground is not { Unseen: { } unseen, Paired: { Count: > 0 } paired, Metric: { } metric })
        {
            yield break;
        }

        var slices = WorstSlices.Of(unseen, paired, metric, Most);
        if (slices.Count == 0)
        {
            yield return new Prose("Looked for in each level, fifth of a number or time, and missing value of every column: no such rows were found on which the model does worse than elsewhere beyond chance.");
            yield break;
        }

        yield return new Prose("Rows that share a value and lose more than the other rows beyond chance, also after correction for the number of slices that were looked at. Those that cost most in sum stand first. Look there for missing information, errors in the data, or a group that needs a model of its own.");
        var loss = ground.Evidence.Classes is null ? "mean absolute error" : "log loss";
        yield return Grid.Of("", $"rows|>how many|>{ReportGround.TitleOf(ground.Evidence.Metric)}|>95 % interval|>{loss}|>of the others|>p value", slices.Select(slice => (IReadOnlyList<string>)
        [
            slice.Meaning,
            Numbers.Count(slice.Score.Rows),
            double.IsNaN(slice.Score.Value) ? "not defined" : Numbers.Short(slice.Score.Value),
            double.IsFinite(slice.Score.StandardError) ? $"{Numbers.Short(slice.Score.Lower)} … {Numbers.Short(slice.Score.Upper)}" : "",
            Numbers.Short(slice.Loss),
            Numbers.Short(slice.OtherLoss),
            slice.Chance < 0.0001 ? "< 0.0001" : Numbers.Short(slice.Chance),
        ]));
    }
}
