using System.Globalization;
using Modelwright.Samples.Loans;

namespace Modelwright.Samples.CustomerSegments;

/// <summary>Writes customers of five segments, some between two of them, some like nobody.</summary>
internal static class CustomerFile
{
    private const double Doubtful = 0.05;
    private const double Odd = 0.01;
    private static readonly DateOnly Today = new(2025, 6, 30);
    private static readonly (Segment Value, double Weight)[] Segments = [.. Segment.All.Select(segment => (segment, segment.Weight))];
    private static readonly (string Value, double Weight)[] Regions = [("North", 30), ("South", 25), ("East", 20), ("West", 25)];

    /// <summary>Writes the file: a header and one line a customer, separated by commas, lines ended by a line feed.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">Number of customers.</param>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public static void Write(TextWriter writer, int rows, int seed)
    {
        writer.Write("customer_id,joined,last_order,age,orders,basket,discount_share,payment,channel,region,true_segment\n");
        var chance = new Chance(seed);
        for (var row = 0; row < rows; row++)
        {
            writer.Write($"C{Number(10_001 + row)},{string.Join(',', chance.Happens(Odd) ? OddOne(chance) : Customer(chance))}\n");
        }
    }

    // A doubtful one has each trait of one of two segments; the truth is the first.
    private static string[] Customer(Chance chance)
    {
        var segment = chance.Pick(Segments);
        var other = chance.Happens(Doubtful) ? chance.Pick(Segments) : segment;
        Segment Either() => chance.Happens(0.5) ? segment : other;
        var months = Spread(chance, Either().MonthsHere, 0.35, 1);
        var silent = Math.Min(Spread(chance, Either().DaysSilent, 0.4, 0), (months * 30) - 1);
        var orders = Math.Max(1, months * Spread(chance, Either().OrdersAMonth, 0.3, 0.05));
        var age = Math.Clamp((int)(Either().Age + (6 * chance.Normal())), 18, 90);
        return
        [
            Day(months * 30),
            Day(silent),
            chance.Happens(0.06) ? "" : Number(age),
            Number((int)orders),
            Cents(Spread(chance, Either().Basket, 0.25, 3)),
            Share(Math.Clamp(Either().Discounts + (0.08 * chance.Normal()), 0, 1)),
            chance.Pick(Either().Payments),
            chance.Pick(Either().Channels),
            chance.Pick(Regions),
            segment.Name,
        ];
    }

    private static string[] OddOne(Chance chance) =>
    [
        Day(chance.Whole(10, 4000)),
        Day(chance.Whole(0, 9)),
        Number(chance.Whole(18, 99)),
        Number(chance.Whole(1, 1200)),
        Cents(chance.Whole(3, 2500)),
        Share(chance.Share()),
        chance.Pick([("cash", 1.0), ("card", 1.0)]),
        chance.Pick([("store", 1.0), ("app", 1.0)]),
        chance.Pick(Regions),
        "none",
    ];

    private static double Spread(Chance chance, double mean, double share, double least) => Math.Max(least, mean * (1 + (share * chance.Normal())));

    private static string Day(double daysAgo) => Today.AddDays(-(int)daysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cents(double value) => (Math.Floor(value * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double value) => (Math.Floor(value * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
