using Modelwright.Recording;
using Modelwright.Recording.Targetless;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections.Targetless;

/// <summary>What came of the labels of some rows: how many there are, what they were worth, and what learned from them.</summary>
internal static class LabelSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Labels is not { } labels)
        {
            yield break;
        }

        yield return new Facts(
        [
            new("Column", labels.Column),
            new(labels.Positive is { } positive ? $"Labelled '{positive}'" : "Labelled so", Rows(labels.PositiveRows)),
            new("Labelled otherwise", Rows(labels.NegativeRows)),
            new("Not known", Rows(labels.UnknownRows)),
        ]);
        yield return new Prose(labels.Reason);
        if (labels is { WithLabels: { } with, WithoutLabels: { } without })
        {
            yield return Grid.Of("What they were worth", "scores|>ROC AUC|>95 % interval|>rows", [Row("learned from labels", with), Row("without labels", without)]) with
            {
                Note = "On the labelled rows. What learned from labels scores each row by fits, and by a choice of learners, that had not seen it. What is without labels has seen the rows, and no label.",
            };
        }

        if (labels.Tried.Count > 0)
        {
            yield return Tried(labels);
        }
    }

    private static string Rows(int count) => $"{Numbers.Count(count)} {(count == 1 ? "row" : "rows")}";

    private static IReadOnlyList<string> Row(string scores, Figure figure) =>
    [
        scores,
        Numbers.Fixed(figure.Value, 3),
        double.IsFinite(figure.StandardError) ? $"{Numbers.Fixed(figure.Lower, 3)} … {Numbers.Fixed(figure.Upper, 3)}" : "not known",
        Numbers.Count(figure.Rows),
    ];

    private static Grid Tried(EvidenceLabels labels) => Grid.Of("What learned from them", "learner|>weight|>ROC AUC|>standard error", labels.Tried.Select(learner => (IReadOnlyList<string>)
    [
        learner.Title,
        learner.Weight > 0 ? Numbers.Percent(learner.Weight) : "",
        Numbers.Fixed(learner.Score, 3),
        Numbers.Fixed(learner.StandardError, 3),
    ])) with { Note = "Mean over parts of the labelled rows, each scored by a fit without it. The best is taken, and those that are not worse by more than its standard error.", IsDetail = true };
}
