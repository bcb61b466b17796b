using System.Text.Json.Nodes;

namespace Modelwright.Serving.Killing;

/// <summary>What one kill came to.</summary>
/// <param name="After">Seconds from the first request to the kill.</param>
/// <param name="Requests">Requests that were acknowledged.</param>
/// <param name="Labels">Labels that were acknowledged.</param>
/// <param name="Promotions">Promotions that were acknowledged.</param>
/// <param name="Lost">What was acknowledged and is not there, or not as it was.</param>
internal sealed record KillRound(double After, int Requests, int Labels, int Promotions, IReadOnlyList<string> Lost)
{
    public JsonObject Write() => new() { ["after_s"] = Math.Round(After, 3), ["requests"] = Requests, ["labels"] = Labels, ["promotions"] = Promotions, ["lost"] = new JsonArray([.. Lost.Select(one => (JsonNode)one)]) };
}
