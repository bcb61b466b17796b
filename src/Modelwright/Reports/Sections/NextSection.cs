using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>What a person can do to get a better or a safer model, the most useful first.</summary>
internal static class NextSection
{
    private const int FewRows = 500;
    private const int FewTrials = 10;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        Notice[] advice = [.. Trust(ground).Concat(Time(ground)).Concat(Rows(ground)).Concat(Choice(ground)).Select(text => new Notice("note", text))];
        if (advice.Length > 0)
        {
            yield return new Notices(advice);
        }
    }

    private static IEnumerable<string> Trust(ReportGround ground)
    {
        if (ground.Headline is { } figure && double.IsFinite(figure.Lower) && Overlaps(ground, figure.Lower, figure.Upper))
        {
            yield return "The interval of the main figure holds what always the same answer gets: the columns may say nothing about the target. Look for columns that are known before the outcome and have to do with it.";
        }

        if (Severe(ground) is > 0 and var severe)
        {
            yield return $"Settle the {(severe == 1 ? "severe finding" : $"{severe} severe findings")} under 'What to look at' before the figures are believed.";
        }
    }

    private static IEnumerable<string> Time(ReportGround ground)
    {
        var evidence = ground.Evidence;
        if (evidence.Stopped)
        {
            yield return "The run was stopped by hand. Let it go on to its budget for more trials.";
        }

        if (evidence.Leaderboard.Count is > 0 and < FewTrials && evidence.BudgetSeconds is { } seconds)
        {
            yield return $"Only {Numbers.Count(evidence.Leaderboard.Count)} trials fitted into {Numbers.Seconds(seconds)}. Give more time with --budget.";
        }
    }

    private static IEnumerable<string> Rows(ReportGround ground)
    {
        if (ground.Evidence.Rows.Read < FewRows)
        {
            yield return $"{Numbers.Count(ground.Evidence.Rows.Read)} rows are few: intervals are wide and the choice of a model is uncertain. More rows help most.";
        }
        else if (ground.Evidence.LearningCurve is null && ground.Unseen is not null)
        {
            yield return "Whether more rows would help was not measured: --learning-curve does.";
        }

        var missing = (ground.Profile?.Columns ?? []).Where(column => column.Evidence.MissingShare > 0.3 && column.Spec.Role == Core.Data.ColumnRole.Feature).Select(column => $"'{column.Name}'").Take(5).ToArray();
        if (missing.Length > 0)
        {
            yield return $"More than 30 % of {string.Join(", ", missing)} is missing. Filling these at their source may help.";
        }
    }

    private static IEnumerable<string> Choice(ReportGround ground)
    {
        if (ground.Evidence.Leaderboard is [{ NeedsStoreRows: true }, ..])
        {
            yield return "The best trial needs its training rows at prediction. --store-rows lets it into the model; whoever gets the package can then read those rows.";
        }

        if (Readable(ground) is { } readable)
        {
            yield return readable;
        }

        if (ground.Unseen is not null)
        {
            yield return "Before it is relied upon, score it on rows that are newer than these: modelwright evaluate model.mw FILE.";
        }
    }

    private static int Severe(ReportGround ground) =>
        ground.Evidence.Findings.Select(finding => (finding.Severity, finding.Text))
            .Concat((ground.Profile?.Findings ?? []).Select(finding => (Severity: finding.Severity.ToString().ToLowerInvariant(), finding.Text)))
            .Where(finding => finding.Severity == "severe").Distinct().Count();

    // A model that can be read and scores within the noise of the main figure may serve as well.
    private static string? Readable(ReportGround ground)
    {
        if (ground.Metric is not { } metric)
        {
            return null;
        }

        var isHigher = metric.Info.HigherIsBetter;
        var shipped = ground.Evidence.Choices.FirstOrDefault(choice => choice.IsShipped);
        if (shipped is not { Score: { } score, Readability: not Core.Learning.Readability.Fully } || ground.Headline is not { } figure || !double.IsFinite(figure.StandardError))
        {
            return null;
        }

        var best = ground.Evidence.Choices
            .Where(choice => choice is { IsShipped: false, Readability: Core.Learning.Readability.Fully, Score: not null })
            .OrderBy(choice => isHigher ? -choice.Score : choice.Score)
            .FirstOrDefault();
        return best is { Score: { } other } && Math.Abs(score - other) <= figure.StandardError
            ? $"{best.Title} can be read in full and scores {Numbers.Fixed(other, Numbers.Places(other))}, within one standard error of the shipped model. Ask for such a model with --interpretable where people must follow the answers."
            : null;
    }

    private static bool Overlaps(ReportGround ground, double lower, double upper)
    {
        var constant = ground.Paired is { Count: > 0 } paired ? ground.Metric!.Info.Constant(paired) : double.NaN;
        return constant >= lower && constant <= upper;
    }
}
