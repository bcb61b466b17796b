using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Stress;
using Modelwright.Stress.Fairness;

namespace Modelwright.Reports.Testing;

/// <summary>How the model treats groups of people.</summary>
internal static class FairnessSection
{
    private static readonly (string Figure, string Title)[] Drawn = [("selection_rate", "Selection rate"), ("true_positive_rate", "True positive rate"), ("false_positive_rate", "False positive rate"), ("error", "Error rate"), ("residual", "Mean error"), ("rmse", "Root mean squared error")];

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Fairness is not { } fairness)
        {
            yield break;
        }

        if (fairness.NotRun.Count > 0)
        {
            yield return new Notices([.. fairness.NotRun.Select(text => new Notice("note", text))]);
        }

        foreach (var block in fairness.Columns.SelectMany(Of))
        {
            yield return block;
        }

        if (fairness.Columns.Count > 0)
        {
            yield return new Prose("None of these measures says that a model is fair. Which of them is owed is for people to say, and where groups differ in what is true they exclude each other.");
        }
    }

    private static IEnumerable<ReportBlock> Of(FairnessColumn column)
    {
        Notice[] notices = [.. column.Gaps.Where(gap => gap.IsFlagged).Select(gap => new Notice("warning", gap.Sentence)), .. column.Notes.Select(note => new Notice("note", note))];
        if (notices.Length > 0)
        {
            yield return new Notices(notices);
        }

        foreach (var (figure, title) in Drawn.Where(drawn => column.Groups.Any(group => group.Figures.Any(known => known.Name == drawn.Figure))))
        {
            yield return Bars(column, figure, title);
        }

        yield return Grid.Of($"Gaps between the groups of '{column.Name}'", "measure|>gap|>95 % interval|>by chance alone|highest|lowest|>bound", column.Gaps.Select(gap => (IReadOnlyList<string>)
        [
            gap.Measure.Replace('_', ' '), Numbers.Short(gap.Value), $"{Numbers.Short(gap.Lower)} … {Numbers.Short(gap.Upper)}", Numbers.Short(gap.ByChance), gap.Highest, gap.Lowest, Numbers.Short(gap.Allowed),
        ]));
        if (column.Remedies.Count > 0)
        {
            yield return Grid.Of("What would help, and its price", "remedy|>gap before|>after|>price|in words", column.Remedies.Select(remedy => (IReadOnlyList<string>)
            [
                remedy.Name.Replace('_', ' '), Numbers.Short(remedy.GapBefore.Value), Numbers.Short(remedy.GapAfter.Value), Numbers.Short(remedy.Price.Value), remedy.Sentence,
            ]));
        }
    }

    private static BarChart Bars(FairnessColumn column, string figure, string title) => new()
    {
        Title = $"{title} by '{column.Name}'",
        Reading = "",
        Names = column.Name,
        Axis = title.ToLowerInvariant(),
        Bars = [.. column.Groups
            .Select(group => (group.Name, Figure: group.Figures.FirstOrDefault(known => known.Name == figure)))
            .Where(group => group.Figure is { } known && double.IsFinite(known.Value))
            .Select(group => new ChartBar(group.Name, group.Figure!.Value) { Lower = Finite(group.Figure.Lower), Upper = Finite(group.Figure.Upper) })],
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
