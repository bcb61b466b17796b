using Modelwright.Measures;
using Modelwright.Measures.Curves;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Truth against prediction and the errors of a regression.</summary>
internal static class ResidualSection
{
    private const int Bands = 20;
    private const int Bins = 30;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Paired is not NumberAnswers { Count: > 0 } answers)
        {
            yield break;
        }

        var bands = NumberBand.Of(answers, Bands);
        var target = ground.Evidence.Target ?? "target";
        yield return Truth(bands, target);
        if (Histogram.Of(Enumerable.Range(0, answers.Count).Select(row => answers.Predicted[row] - answers.Truth[row]), Bins) is { } errors)
        {
            yield return Errors(errors, target);
        }
    }

    private static LineChart Truth(IReadOnlyList<NumberBand> bands, string target)
    {
        var axis = ChartAxis.Around($"predicted {target}", bands.SelectMany(band => new[] { band.Predicted, band.Lower, band.Upper })).WithRoom();
        return new()
        {
            Title = "Truth against prediction",
            Reading = "Rows of like predictions together: their mean truth, with a whisker from their 5 % to their 95 % quantile. On the dashed line predictions are right on average.",
            X = axis,
            Y = axis with { Title = $"true {target}" },
            Series =
            [
                new("mean, and where 90 % of rows lie", SeriesLook.Dots, [.. bands.Select(band => new ChartPoint(band.Predicted, band.Truth) { Lower = band.Lower, Upper = band.Upper, Name = $"{Numbers.Count(band.Rows)} rows" })]),
                new("prediction is right", SeriesLook.Reference, [new(axis.Minimum, axis.Minimum), new(axis.Maximum, axis.Maximum)]),
            ],
        };
    }

    private static LineChart Errors(Histogram errors, string target) => new()
    {
        Title = "Errors",
        Reading = "How many rows have which error (prediction less truth); the outermost bars hold what lies beyond them too.",
        X = new($"error in {target}", errors.Start, errors.Start + (errors.Width * errors.Counts.Count)),
        Y = new("rows", 0, Math.Max(1, errors.Counts.Max())),
        Series = [new("rows", SeriesLook.Area, [.. errors.Counts.Append(0).Select((count, bin) => new ChartPoint(errors.Start + (errors.Width * bin), count))])],
    };
}
