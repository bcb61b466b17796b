using Modelwright.Measures;
using Modelwright.Measures.Classes;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>True against answered classes; where there are many, the most frequent confusions.</summary>
internal static class ConfusionSection
{
    private const int MostDrawn = 12;
    private const int MostPairs = 20;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Paired is not ClassAnswers { Count: > 0 } answers)
        {
            yield break;
        }

        var confusion = Confusion.Of(answers);
        yield return new Prose($"Each row counted by its true class and by the class that is answered, {(answers.Weights is null ? "" : "by weight, ")}on rows that the model had not seen. {Numbers.Percent(confusion.Right / confusion.Total)} are right.{(answers.Decided is null ? "" : " The answers are those that the costs or the threshold decide, which need not be the most probable class.")}");
        if (confusion.Classes <= MostDrawn)
        {
            yield return Matrix(answers.Classes, confusion);
        }

        var pairs = Pairs(confusion).OrderByDescending(pair => confusion[pair.Truth, pair.Answer]).Take(MostPairs).ToArray();
        if (pairs.Length > 0 && confusion.Classes > 2)
        {
            yield return Grid.Of("The most frequent confusions", "true class|answered as|>rows|>share of the true class", pairs.Select(pair => (IReadOnlyList<string>)
            [
                answers.Classes[pair.Truth], answers.Classes[pair.Answer],
                Numbers.Short(confusion[pair.Truth, pair.Answer]), Numbers.Percent(confusion[pair.Truth, pair.Answer] / confusion.True(pair.Truth)),
            ]));
        }
    }

    private static HeatChart Matrix(IReadOnlyList<string> classes, Confusion confusion)
    {
        int[] all = [.. Enumerable.Range(0, confusion.Classes)];
        return new()
        {
            Title = "Confusion matrix",
            Reading = "A row of fields is a true class, a column an answer; a field is the stronger in colour, the more of its true class it holds.",
            RowsTitle = "truth",
            ColumnsTitle = "answer",
            Rows = classes,
            Columns = classes,
            Values = [.. all.Select(truth => (IReadOnlyList<double>)[.. all.Select(answer => confusion[truth, answer])])],
            Shades = [.. all.Select(truth => (IReadOnlyList<double>)[.. all.Select(answer => confusion.True(truth) > 0 ? confusion[truth, answer] / confusion.True(truth) : 0)])],
        };
    }

    private static IEnumerable<(int Truth, int Answer)> Pairs(Confusion confusion)
    {
        for (var truth = 0; truth < confusion.Classes; truth++)
        {
            for (var answer = 0; answer < confusion.Classes; answer++)
            {
                if (truth != answer && confusion[truth, answer] > 0)
                {
                    yield return (truth, answer);
                }
            }
        }
    }
}
