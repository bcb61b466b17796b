using System.Globalization;

namespace Modelwright.Samples.Loans;

/// <summary>What applicants write in the field "purpose".</summary>
internal static class Purposes
{
    private static readonly (string[] Texts, double Risk, double Weight)[] Themes =
    [
        (["pay off my credit cards", "consolidate three credit cards into one loan", "debt consolidation, cards are at 24%"], 0.7, 30),
        (["new kitchen and bathroom", "replace the roof before winter", "home improvement: windows and insulation"], -0.5, 22),
        (["used car to get to work", "second car for the family", "car repair, the gearbox is broken"], -0.1, 18),
        (["start my own food truck", "stock for my online shop", "open a small bar with a friend"], 1.1, 9),
        (["hospital bills after an accident", "dental treatment for my daughter", "medical costs the insurance does not cover"], 0.5, 9),
        (["wedding in June", "big family party", "honeymoon and a holiday"], 0.0, 7),
        (["evening course in nursing", "last year of university", "training as an electrician"], -0.6, 5),
    ];

    private static readonly (string Text, double Risk, double Weight)[] Remarks =
    [
        ("", 0, 60),
        (" - need the money as soon as possible!", 0.6, 12),
        (", my salary is paid every month on time", -0.3, 10),
        (". I was late with a payment last year", 0.9, 8),
        (" (savings cover a third of it)", -0.6, 10),
    ];

    private static readonly (string Value, double Weight)[] Openings =
        [("", 55), ("for ", 8), ("I would like to borrow for this: ", 7), ("loan: ", 12), ("need help with ", 10), ("as discussed by phone, ", 8)];

    /// <summary>Draws a text and how risky it is.</summary>
    public static (string Text, double Risk) Draw(Chance chance)
    {
        var theme = chance.Pick([.. Themes.Select(theme => ((theme.Texts, theme.Risk), theme.Weight))]);
        var remark = chance.Pick([.. Remarks.Select(remark => ((remark.Text, remark.Risk), remark.Weight))]);
        var opening = chance.Pick(Openings);
        var text = opening + theme.Texts[chance.Whole(0, theme.Texts.Length)] + Detail(chance) + remark.Text;
        return (text, theme.Risk + remark.Risk);
    }

    private static string Detail(Chance chance) => chance.Whole(0, 4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $", about ${10 * chance.Whole(20, 900)}"),
        1 => string.Create(CultureInfo.InvariantCulture, $" within {chance.Whole(2, 30)} weeks"),
        _ => "",
    };
}
