using System.Text.Json.Nodes;

namespace Modelwright.Quality.Honesty;

/// <summary>A figure that a run reported and the same figure on test rows that it had never seen.</summary>
/// <param name="Set">The set.</param>
/// <param name="Repeat">Which split.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Data">Which rows the reported figure comes from.</param>
/// <param name="Reported">The reported value.</param>
/// <param name="ReportedError">Its standard error.</param>
/// <param name="Test">The value on test rows.</param>
/// <param name="TestError">Its standard error.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
internal sealed record FigurePair(string Set, int Repeat, string Metric, string Data, double Reported, double ReportedError, double Test, double TestError, bool HigherIsBetter)
{
    /// <summary>By how many standard errors of the difference the report is better than the test; negative where it is worse.</summary>
    public double Optimism => (HigherIsBetter ? 1 : -1) * (Reported - Test) / Math.Sqrt((ReportedError * ReportedError) + (TestError * TestError));

    /// <summary>Reads the pair of a result; null where it has none.</summary>
    public static FigurePair? From(JsonObject result)
    {
        var evidence = result["reported"]?["evidence"];
        var metric = (string?)evidence?["metric"];
        var figures = (evidence?["figures"] as JsonArray ?? []).OfType<JsonObject>().Where(figure => (string?)figure["metric"] == metric).ToArray();
        var reported = Array.Find(figures, figure => (string?)figure["model"] == "validated");
        var test = Array.Find(figures, figure => (string?)figure["data"] == "test");
        return metric is null || reported is null || test is null ? null : new(
            (string)result["data"]!, (int)result["repeat"]!, metric, (string)reported["data"]!,
            (double)reported["value"]!, (double)reported["standard_error"]!,
            (double)test["value"]!, (double)test["standard_error"]!, (bool)reported["higher_is_better"]!);
    }
}
