using System.Text.Json.Nodes;

namespace Modelwright.Quality.Honesty;

/// <summary>How often the intervals or sets of a shipped model held the truth of test rows that its run had never seen.</summary>
/// <param name="Set">The set.</param>
/// <param name="Repeat">Which split.</param>
/// <param name="IsInterval">Whether intervals of numbers or sets of classes.</param>
/// <param name="Level">How often they are to hold the truth, from 0 to 1.</param>
/// <param name="Held">How often they did.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Size">The mean width in the unit of the target, or the mean number of classes.</param>
internal sealed record Coverage(string Set, int Repeat, bool IsInterval, double Level, double Held, double Error, double Size)
{
    /// <summary>Whether they held the truth as often as they are to, but for two standard errors.</summary>
    public bool IsEnough => Held >= Level - (2 * Error);

    /// <summary>Reads the coverage of a result; null where it has none.</summary>
    public static Coverage? From(JsonObject result)
    {
        var measured = (result["reported"]?["evidence"]?["intervals"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(part => (string?)part["data"] == "test");
        return measured is null ? null : new(
            (string)result["data"]!, (int)result["repeat"]!, (string?)measured["kind"] == "interval", (double)measured["level"]!,
            (double)measured["coverage"]!, (double)measured["standard_error"]!, (double)(measured["mean_width"] ?? measured["mean_size"])!);
    }
}
