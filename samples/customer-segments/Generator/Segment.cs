namespace Modelwright.Samples.CustomerSegments;

/// <summary>What customers of a segment are like.</summary>
/// <param name="Name">The truth.</param>
/// <param name="Weight">How many there are, beside the others.</param>
/// <param name="Age">Mean age in years.</param>
/// <param name="MonthsHere">Mean months since they joined.</param>
/// <param name="OrdersAMonth">Mean orders a month.</param>
/// <param name="Basket">Mean value of an order.</param>
/// <param name="Discounts">Mean share of orders with a discount.</param>
/// <param name="DaysSilent">Mean days since the last order.</param>
/// <param name="Payments">How they pay, with weights.</param>
/// <param name="Channels">How they order, with weights.</param>
internal sealed record Segment(
    string Name,
    double Weight,
    double Age,
    double MonthsHere,
    double OrdersAMonth,
    double Basket,
    double Discounts,
    double DaysSilent,
    (string Value, double Weight)[] Payments,
    (string Value, double Weight)[] Channels)
{
    /// <summary>All five.</summary>
    public static IReadOnlyList<Segment> All { get; } =
    [
        new("new and young", 28, 26, 5, 1.2, 38, 0.25, 14, [("card", 70), ("wallet", 28), ("invoice", 2)], [("app", 80), ("web", 19), ("phone", 1)]),
        new("loyal families", 25, 44, 62, 2.6, 95, 0.15, 9, [("card", 60), ("direct debit", 38), ("wallet", 2)], [("web", 78), ("app", 20), ("phone", 2)]),
        new("bargain hunters", 20, 37, 30, 1.6, 24, 0.85, 24, [("wallet", 75), ("card", 25)], [("web", 60), ("app", 40)]),
        new("businesses", 12, 48, 48, 5.5, 420, 0.05, 6, [("invoice", 92), ("direct debit", 8)], [("web", 55), ("phone", 45)]),
        new("gone quiet", 15, 57, 55, 0.4, 60, 0.2, 210, [("invoice", 60), ("card", 40)], [("phone", 65), ("web", 35)]),
    ];
}
