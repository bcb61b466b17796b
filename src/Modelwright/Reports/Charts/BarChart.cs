using System.Text.Json.Serialization;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Charts;

/// <summary>A bar for each name, with its interval where that is known.</summary>
public sealed record BarChart : Chart
{
    /// <summary>What the length of a bar measures, with the unit.</summary>
    public required string Axis { get; init; }

    /// <summary>What the names are, such as "column".</summary>
    public required string Names { get; init; }

    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<ChartBar> Bars { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Grid Table
    {
        get
        {
            var hasIntervals = Bars.Any(bar => bar.Lower is not null);
            return Grid.Of(Title, $"{Names}|>{Axis}{(hasIntervals ? "|>95 % interval" : "")}", Bars.Select(bar => (IReadOnlyList<string>)
            [
                bar.Name,
                Numbers.Short(bar.Value),
                .. hasIntervals ? [bar is { Lower: { } lower, Upper: { } upper } ? $"{Numbers.Short(lower)} … {Numbers.Short(upper)}" : ""] : Array.Empty<string>(),
            ]));
        }
    }
}
