using System.Globalization;

namespace Modelwright.Reports.Charts;

/// <summary>Round places to mark on an axis, with what stands beside them.</summary>
internal static class AxisTicks
{
    private const double DaysOfMonth = 30.44;

    /// <summary>How much smaller than wanted a step of times may be.</summary>
    private const double LeastStep = 0.75;
    private static readonly int[] Months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];
    private static readonly double[] Days = [1.0 / 24, 0.25, 0.5, 1, 2, 5, 10, 15];

    /// <summary>The marks of an axis, about as many as wanted.</summary>
    public static IReadOnlyList<(double Value, string Text)> Of(ChartAxis axis, int wanted) => axis.Scale switch
    {
        AxisScale.Logarithmic => Powers(axis, wanted),
        AxisScale.Time => Times(axis, wanted),
        _ => [.. Steps(axis, wanted).Select(value => (value, Numbers.Short(value)))],
    };

    /// <summary>A value as it stands in a table beside the picture.</summary>
    public static string Text(ChartAxis axis, double value) =>
        axis.Names.Count > 0 ? axis.Names[Math.Clamp((int)Math.Round(value), 0, axis.Names.Count - 1)]
        : axis.Scale == AxisScale.Time ? Time(value, axis.Maximum - axis.Minimum < 3 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd")
        : Numbers.Short(value);

    private static List<double> Steps(ChartAxis axis, int wanted)
    {
        var rough = (axis.Maximum - axis.Minimum) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1.5 => 1, <= 3 => 2, <= 7 => 5, _ => 10 };
        var ticks = new List<double>();
        for (var count = Math.Ceiling((axis.Minimum / step) - 1e-9); count * step <= axis.Maximum + (step * 1e-9) && ticks.Count <= 2 * wanted; count++)
        {
            // Counting steps leaves 0.30000000000000004; and a hair beside 0 is 0.
            ticks.Add(Math.Abs(count) < 1e-9 ? 0 : count * step);
        }

        return ticks;
    }

    private static List<(double, string)> Powers(ChartAxis axis, int wanted)
    {
        var (from, to) = (Math.Log10(axis.Minimum), Math.Log10(axis.Maximum));
        double[] leads = to - from < 1.5 ? [1, 2, 5] : [1];
        var step = Math.Max(1, (int)Math.Round((to - from) / wanted));
        var ticks = new List<(double, string)>();
        for (var power = (int)Math.Floor(from); power <= to; power += step)
        {
            ticks.AddRange(leads.Select(lead => lead * Math.Pow(10, power)).Where(value => value >= axis.Minimum && value <= axis.Maximum).Select(value => (value, Numbers.Short(value))));
        }

        return ticks;
    }

    private static List<(double, string)> Times(ChartAxis axis, int wanted)
    {
        var rough = LeastStep * (axis.Maximum - axis.Minimum) / wanted;
        return rough > Days[^1] ? OfMonths(axis, Months.FirstOrDefault(months => months * DaysOfMonth >= rough, Months[^1])) : OfDays(axis, Days.First(days => days >= rough));
    }

    private static List<(double, string)> OfMonths(ChartAxis axis, int months)
    {
        var ticks = new List<(double, string)>();
        var first = Of(axis.Minimum);
        for (var month = ((first.Year * 12) + first.Month - 1) / months * months; month < 9999 * 12; month += months)
        {
            var value = month < 12 ? 0 : new DateTime(month / 12, (month % 12) + 1, 1).Ticks / (double)TimeSpan.TicksPerDay;
            if (value > axis.Maximum)
            {
                break;
            }

            if (value >= axis.Minimum)
            {
                ticks.Add((value, Time(value, months % 12 == 0 ? "yyyy" : "yyyy-MM")));
            }
        }

        return ticks;
    }

    private static List<(double, string)> OfDays(ChartAxis axis, double days)
    {
        var ticks = new List<(double, string)>();
        for (var value = Math.Ceiling(axis.Minimum / days) * days; value <= axis.Maximum; value += days)
        {
            ticks.Add((value, Time(value, days < 1 ? "dd. HH:mm" : "MM-dd")));
        }

        return ticks;
    }

    // Half a second is added, as a day in a double does not hold a second exactly.
    private static string Time(double days, string format) => Of(days + (0.5 / 86_400)).ToString(format, CultureInfo.InvariantCulture);

    private static DateTime Of(double days) => new((long)(Math.Clamp(days, 0, 3_652_058) * TimeSpan.TicksPerDay), DateTimeKind.Unspecified);
}
