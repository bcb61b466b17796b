using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>What accuracy costs: score against latency, size and readability, with the Pareto front.</summary>
internal static class ChoiceSection
{
    private const int Most = 20;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        EvidenceChoice[] choices = [.. ground.Evidence.Choices.Where(choice => choice.Score is { } score && double.IsFinite(score) && choice.LatencyMicroseconds > 0)];
        if (choices.Length < 2 || ground.Metric is not { } metric)
        {
            yield break;
        }

        var title = ReportGround.TitleOf(ground.Evidence.Metric);
        yield return new Prose($"Every model that was tried, and the shipped one, by its score and by what it costs whoever uses it. On the front are those for which no other is as good in all of {title}, latency, size and readability: a choice is one of them. The scores are those of the search, a little too good for the best; other models are asked for with --max-latency, --max-size and --interpretable.");
        yield return Picture(choices, title);
        yield return Grid.Of("Models on the front", $"model|>{title}|>a row takes|>size|can be read", choices.Where(choice => choice.OnFront || choice.IsShipped).OrderByDescending(choice => choice.IsShipped).ThenBy(choice => metric.Info.HigherIsBetter ? -choice.Score : choice.Score).Take(Most).Select(choice => (IReadOnlyList<string>)
        [
            Name(choice),
            Numbers.Fixed(choice.Score!.Value, Numbers.Places(choice.Score.Value)),
            Latency(choice.LatencyMicroseconds),
            Size(choice.SizeBytes),
            Words(choice),
        ]));
        if (ground.Evidence.Limits is { } limits)
        {
            yield return new Prose(limits.AreKept ? "The shipped model keeps within the limits that were asked for." : "The shipped model does not keep within the limits that were asked for; see the warnings.");
        }
    }

    private static LineChart Picture(EvidenceChoice[] choices, string title)
    {
        ChartPoint Point(EvidenceChoice choice) => new(choice.LatencyMicroseconds, choice.Score!.Value) { Name = Name(choice) };
        ChartSeries Series(string name, SeriesLook look, Func<EvidenceChoice, bool> which) => new(name, look, [.. choices.Where(which).Select(Point)]);
        return new()
        {
            Title = $"{title} against latency",
            Reading = "One mark a model; further left is quicker. Each step of the horizontal axis is a multiple of the one before.",
            X = (ChartAxis.Around("microseconds for a row", choices.Select(choice => choice.LatencyMicroseconds)) with { Scale = AxisScale.Logarithmic }).WithRoom(),
            Y = ChartAxis.Around(title, choices.Select(choice => choice.Score!.Value)).WithRoom(),
            Series = [.. new[]
            {
                Series("other trials", SeriesLook.Dots, choice => !choice.OnFront && !choice.IsShipped),
                Series("on the front", SeriesLook.Dots, choice => choice.OnFront && !choice.IsShipped),
                Series("shipped", SeriesLook.Dots, choice => choice.IsShipped),
            }.Where(series => series.Points.Count > 0)],
        };
    }

    private static string Name(EvidenceChoice choice) => choice.IsShipped ? choice.Title : $"{choice.Title} (trial {Numbers.Count(choice.Trial ?? 0)})";

    private static string Words(EvidenceChoice choice)
    {
        var words = choice.Readability switch { Readability.Fully => "in full", Readability.Partly => "in part", _ => "no" };
        return choice.Parts is { } parts ? $"{words}: {Numbers.Count(parts.Count)} {parts.Unit}" : words;
    }

    private static string Latency(double microseconds) => microseconds < 1000 ? $"{Numbers.Brief(microseconds)} µs" : $"{Numbers.Brief(microseconds / 1000)} ms";

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{Numbers.Brief(bytes / 1000.0)} KB" : $"{Numbers.Brief(bytes / 1e6)} MB";
}
