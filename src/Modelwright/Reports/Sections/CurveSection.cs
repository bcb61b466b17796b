using Modelwright.Measures;
using Modelwright.Measures.Curves;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>ROC, precision-recall and gain of a classification; of many classes those with the most rows.</summary>
internal static class CurveSection
{
    private const int MostClasses = 4;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Paired is not ClassAnswers answers)
        {
            yield break;
        }

        var curves = Classes(answers)
            .Select(column => (Name: answers.Classes[column], Points: RankedCurve.Of(answers, column)))
            .Where(curve => curve.Points.Count > 0)
            .ToArray();
        if (curves.Length == 0)
        {
            yield break;
        }

        if (answers.Classes.Count > 2)
        {
            yield return new Prose($"Each class against all others{(answers.Classes.Count > MostClasses ? $"; the {curves.Length} classes with the most rows" : "")}.");
        }

        yield return new LineChart
        {
            Title = "ROC",
            Reading = "How many rows of the class are found, against how many others are taken for it. A guess is the dashed line.",
            X = ChartAxis.Share("false positive rate"),
            Y = ChartAxis.Share("true positive rate"),
            Series = [.. Lines(curves, point => new(point.FalseAlarms, point.Found)), Diagonal("a guess")],
        };
        yield return new LineChart
        {
            Title = "Precision and recall",
            Reading = "Of the rows taken for the class, how many are of it, the more of the class is found.",
            X = ChartAxis.Share("recall"),
            Y = ChartAxis.Share("precision"),
            Series = Lines(curves, point => new(point.Found, point.Precision)),
        };
        yield return new LineChart
        {
            Title = "Gain",
            Reading = "How much of the class is found in the first rows, the most probable first. A random order is the dashed line.",
            X = ChartAxis.Share("share of rows looked at"),
            Y = ChartAxis.Share("share of the class found"),
            Series = [.. Lines(curves, point => new(point.Taken, point.Found)), Diagonal("random order")],
        };
    }

    private static int[] Classes(ClassAnswers answers) => answers.Classes.Count == 2
        ? [answers.Positive]
        : [.. answers.Truth.GroupBy(column => column).OrderByDescending(rows => rows.Count()).ThenBy(rows => rows.Key).Take(MostClasses).Select(rows => rows.Key)];

    private static ChartSeries[] Lines((string Name, IReadOnlyList<RankedPoint> Points)[] curves, Func<RankedPoint, ChartPoint> place) =>
        [.. curves.Select(curve => new ChartSeries(curve.Name, SeriesLook.Line, [.. curve.Points.Select(place)]))];

    private static ChartSeries Diagonal(string name) => new(name, SeriesLook.Reference, [new(0, 0), new(1, 1)]);
}
