using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modelwright.Fuzz.Ranges;

/// <summary>The summaries of ranges as one.</summary>
internal static class RangeSum
{
    private static readonly string[] Added = ["cases", "answers", "refusals", "failures", "seconds"];
    private static readonly string[] Largest = ["peak_working_set_bytes"];

    /// <summary>Values that are kept with the number of their case.</summary>
    private static readonly (string Value, string Case)[] Extremes = [("slowest_milliseconds", "slowest_case"), ("most_allocated_bytes", "most_allocated_case")];

    /// <summary>Adds up. Seconds are those of all processes together.</summary>
    /// <param name="ranges">One or more, in their order, of one target and seed.</param>
    internal static JsonObject Of(IReadOnlyList<JsonObject> ranges)
    {
        var sum = ranges[0].DeepClone().AsObject();
        sum["mean_input_bytes"] = (long)(ranges.Sum(range => Number(range, "mean_input_bytes") * Number(range, "cases")) / Math.Max(1, ranges.Sum(range => Number(range, "cases"))));
        foreach (var name in Added)
        {
            sum[name] = Math.Round(ranges.Sum(range => Number(range, name)), 1);
        }

        foreach (var name in Largest)
        {
            sum[name] = ranges.Max(range => Number(range, name));
        }

        foreach (var (value, number) in Extremes)
        {
            var most = ranges.MaxBy(range => Number(range, value))!;
            (sum[value], sum[number]) = (Number(most, value), Number(most, number));
        }

        sum["shapes"] = Shapes(ranges);
        return sum;
    }

    private static JsonObject Shapes(IEnumerable<JsonObject> ranges) => new(ranges
        .SelectMany(range => range["shapes"]!.AsObject())
        .GroupBy(shape => shape.Key, shape => (long)shape.Value!, StringComparer.Ordinal)
        .Select(group => (group.Key, Count: group.Sum()))
        .OrderByDescending(shape => shape.Count).ThenBy(shape => shape.Key, StringComparer.Ordinal)
        .Select(shape => KeyValuePair.Create(shape.Key, (JsonNode?)shape.Count)));

    private static double Number(JsonObject range, string name) => range[name]!.Deserialize<double>();
}
