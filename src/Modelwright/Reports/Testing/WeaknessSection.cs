using Modelwright.Reports.Content;
using Modelwright.Stress;

namespace Modelwright.Reports.Testing;

/// <summary>The groups of rows on which the model is weak.</summary>
internal static class WeaknessSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Slices is not { } slices)
        {
            yield break;
        }

        yield return new Prose(slices.Slices.Count == 0
            ? $"Groups of rows by one and two conditions were looked for on one half of the rows and tested on the other ({Numbers.Count(slices.Looked)} conditions, {Numbers.Count(slices.Tested)} groups tested). None was found on which the model is worse beyond chance and by as much as matters."
            : $"Groups of rows by one and two conditions, looked for on one half of the rows and tested on the other ({Numbers.Count(slices.Looked)} conditions, {Numbers.Count(slices.Tested)} groups tested); of all that stand here about one in twenty may be chance.");
        if (slices.Slices.Count > 0)
        {
            yield return new Notices([.. slices.Slices.Select(slice => new Notice(slice.IsUnexpected ? "warning" : "note", slice.Sentence))]);
            yield return Grid.Of("The figures of these groups", $"rows where|>how many|>{ReportGround.TitleOf(test.Metric)}|>elsewhere|>loss a row|>elsewhere|>effect|>q value", slices.Slices.Select(slice => (IReadOnlyList<string>)
            [
                slice.Conditions, Numbers.Count(slice.Rows), Numbers.Short(slice.Score.Value), Numbers.Short(slice.OtherScore.Value), Numbers.Short(slice.Loss.Value), Numbers.Short(slice.OtherLoss.Value), Numbers.Short(slice.EffectSize), Numbers.Short(slice.QValue),
            ])) with { IsDetail = true };
        }
    }
}
