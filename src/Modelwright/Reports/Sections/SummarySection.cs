using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>The run in a few facts.</summary>
internal static class SummarySection
{
    private const int MostNames = 5;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var evidence = ground.Evidence;
        var facts = new List<Fact>
        {
            new(evidence.Target is null ? "Finds" : "Predicts", evidence.Target ?? ground.Task?.Title.ToLowerInvariant() ?? "nothing"),
            new("Task", evidence.Classes is { } classes ? $"{evidence.Task}, {Numbers.Count(classes.Count)} classes" : evidence.Task),
        };
        if (evidence.Positive is { } positive)
        {
            facts.Add(new("Positive class", positive));
        }

        facts.Add(new("Chosen by", ground.Task?.Criterion.Title ?? ReportGround.TitleOf(evidence.Metric)));
        facts.Add(new("Rows", Numbers.Count(evidence.Rows.Read)));
        facts.Add(new("Models tried", Numbers.Count(evidence.Leaderboard.Count)));
        facts.Add(new("Training took", Numbers.Seconds(evidence.Seconds) + (evidence.Stopped ? ", stopped by hand" : "")));
        facts.Add(new("Shipped model", Shipped(ground)));
        facts.Add(new("Model id", ground.ModelId[..12]));
        yield return new Facts(facts);
    }

    private static string Named(string[] names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} kinds more" : "");

    private static string Shipped(ReportGround ground)
    {
        var names = ground.Evidence.Leaderboard.Where(entry => entry.Weight > 0).OrderByDescending(entry => entry.Weight).Select(entry => entry.Title).ToArray();
        return names.Length switch
        {
            0 => "as the plan says",
            1 => names[0],
            _ => $"blend of {names.Length}: {Named([.. names.Distinct(StringComparer.Ordinal)])}",
        };
    }
}
