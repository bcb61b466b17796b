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
        Notice[] advice = [.. Advice(ground).Select(text => new Notice("note", text))];
        if (advice.Length > 0)
        {
            yield return new Notices(advice);
        }
    }

    private static IEnumerable<string> Advice(ReportGround ground)
    {
        var evidence = ground.Evidence;
        if (ground.Headline is { } figure && double.IsFinite(figure.Lower) && Overlaps(ground, figure.Lower, figure.Upper))
        {
            yield return "The interval of the main figure holds what always the same answer gets: the columns may say nothing about the target. Look for columns that are known before the outcome and have to do with it.";
        }

        if (evidence.Stopped)
        {
            yield return "The run was stopped by hand. Let it go on to its budget for more trials.";
        }

        if (evidence.Leaderboard.Count is > 0 and < FewTrials && evidence.BudgetSeconds is { } seconds)
        {
            yield return $"Only {Numbers.Count(evidence.Leaderboard.Count)} trials fitted into {Numbers.Seconds(seconds)}. Give more time with --budget.";
        }

        if (evidence.Rows.Read < FewRows)
        {
            yield return $"{Numbers.Count(evidence.Rows.Read)} rows are few: intervals are wide and the choice of a model is uncertain. More rows help most.";
        }

        var missing = (ground.Profile?.Columns ?? []).Where(column => column.Evidence.MissingShare > 0.3 && column.Spec.Role == Core.Data.ColumnRole.Feature).Select(column => $"'{column.Name}'").Take(5).ToArray();
        if (missing.Length > 0)
        {
            yield return $"More than 30 % of {string.Join(", ", missing)} is missing. Filling these at their source may help.";
        }

        if (evidence.Leaderboard.Any(entry => entry.NeedsStoreRows) && evidence.Leaderboard[0].NeedsStoreRows)
        {
            yield return "The best trial needs its training rows at prediction. --store-rows lets it into the model; whoever gets the package can then read those rows.";
        }
    }

    private static bool Overlaps(ReportGround ground, double lower, double upper)
    {
        var constant = ground.Paired is { Count: > 0 } paired ? ground.Metric.Info.Constant(paired) : double.NaN;
        return constant >= lower && constant <= upper;
    }
}
