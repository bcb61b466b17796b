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

    /// <summary>Decimals with which all bars are written, so that small ones do not seem exact to more digits.</summary>
    internal int Places => Numbers.Places(Bars.Select(bar => Math.Abs(bar.Value)).DefaultIfEmpty().Max()) is var places && Bars.All(bar => double.IsInteger(bar.Value)) ? 0 : places;

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
                Numbers.Fixed(bar.Value, Places),
                .. hasIntervals ? [bar is { Lower: { } lower, Upper: { } upper } ? $"{Numbers.Fixed(lower, Places)} … {Numbers.Fixed(upper, Places)}" : ""] : Array.Empty<string>(),
            ]));
        }
    }
}
