namespace Modelwright.Reports.Charts;

/// <summary>An axis of a picture.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Minimum">Where it begins.</param>
/// <param name="Maximum">Where it ends.</param>
public sealed record ChartAxis(string Title, double Minimum, double Maximum)
{
    private const double Room = 0.05;

    /// <summary>Names at 0, 1, 2 … where it holds names instead of numbers; empty for numbers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>How it is divided.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>From 0 to 1.</summary>
    internal static ChartAxis Share(string title) => new(title, 0, 1);

    /// <summary>From the least to the most of some values; of one value around it.</summary>
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

    /// <summary>The same with room for the marks at its ends; it does not cross 0 for that.</summary>
    internal ChartAxis WithRoom()
    {
        if (Scale == AxisScale.Logarithmic)
        {
            var factor = Math.Pow(Maximum / Minimum, Room);
            return this with { Minimum = Minimum / factor, Maximum = Maximum * factor };
        }

        var room = (Maximum - Minimum) * Room;
        return this with { Minimum = Minimum >= 0 ? Math.Max(0, Minimum - room) : Minimum - room, Maximum = Maximum <= 0 ? Math.Min(0, Maximum + room) : Maximum + room };
    }

    /// <summary>Where a value stands, from 0 at the beginning to 1 at the end.</summary>
    internal double Part(double value)
    {
        if (Names.Count > 0)
        {
            return (value + 0.5) / Names.Count;
        }

        var part = Scale == AxisScale.Logarithmic ? Math.Log(value / Minimum) / Math.Log(Maximum / Minimum) : (value - Minimum) / (Maximum - Minimum);
        return Math.Clamp(part, 0, 1);
    }
}
