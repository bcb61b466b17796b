namespace Modelwright.Reports.Charts;

/// <summary>An axis of a picture.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Minimum">Where it begins.</param>
/// <param name="Maximum">Where it ends.</param>
public sealed record ChartAxis(string Title, double Minimum, double Maximum)
{
    /// <summary>Names at 0, 1, 2 … where it holds names instead of numbers; empty for numbers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>From 0 to 1.</summary>
    internal static ChartAxis Share(string title) => new(title, 0, 1);

    /// <summary>Around all of some values, with a little room; of one value around it.</summary>
    internal static ChartAxis Around(string title, IEnumerable<double> values)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return least > most ? new(title, 0, 1)
            : least == most ? new(title, least - Math.Max(Math.Abs(least) * 0.1, 1e-9), most + Math.Max(Math.Abs(most) * 0.1, 1e-9))
            : new(title, least, most);
    }

    /// <summary>Round numbers to mark, about as many as wanted.</summary>
    internal IReadOnlyList<double> Ticks(int wanted)
    {
        var rough = (Maximum - Minimum) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        var ticks = new List<double>();
        for (var count = Math.Ceiling((Minimum / step) - 1e-9); count * step <= Maximum + (step * 1e-9) && ticks.Count <= 2 * wanted; count++)
        {
            ticks.Add(count * step);
        }

        return ticks;
    }
}
