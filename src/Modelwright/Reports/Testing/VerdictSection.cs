using System.Globalization;
using Modelwright.Reports.Content;
using Modelwright.Stress;

namespace Modelwright.Reports.Testing;

/// <summary>What the gate says, rule by rule.</summary>
internal static class VerdictSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        yield return new Facts(
        [
            new("Verdict", test.Passed ? "passes its gate" : "does not pass its gate"),
            new("Bounds kept", string.Create(CultureInfo.InvariantCulture, $"{test.Gate.Count(result => result.Passed)} of {test.Gate.Count}")),
            new($"{ReportGround.TitleOf(test.Metric)} without strain", $"{Numbers.Short(test.Calm.Value)} ({Numbers.Short(test.Calm.Lower)} … {Numbers.Short(test.Calm.Upper)})"),
            new("Rows", Numbers.Count(test.Rows)),
            new("Rows under strain", Numbers.Count(test.RowsUnderStrain)),
            new("Model id", test.ModelId[..Math.Min(12, test.ModelId.Length)]),
        ]);
        Notice[] notices = [.. test.Gate.Where(result => !result.Passed).Select(result => new Notice("severe", result.Text)), .. test.NotRun.Select(text => new Notice("note", $"Not run: {text}"))];
        if (notices.Length > 0)
        {
            yield return new Notices(notices);
        }

        yield return Grid.Of("", "figure|>measured|>95 % interval|bound|kept", test.Gate.Select(result => (IReadOnlyList<string>)
        [
            result.Rule.Figure,
            result.Figure is { } figure ? Numbers.Short(figure.Value) : "not measured",
            result.Figure is { } interval ? $"{Numbers.Short(interval.Lower)} … {Numbers.Short(interval.Upper)}" : "",
            Bound(result.Rule.AtLeast, result.Rule.AtMost) + (result.Rule.NeedsProof ? ", beyond doubt" : ""),
            result.Passed ? "yes" : "no",
        ]));
    }

    private static string Bound(double? least, double? most) => string.Join(
        " and ",
        new[] { least is { } low ? $"at least {Numbers.Short(low)}" : "", most is { } high ? $"at most {Numbers.Short(high)}" : "" }.Where(text => text.Length > 0));
}
