namespace Modelwright.Profile.Baskets;

/// <summary>Who has some items has another one more often than chance allows.</summary>
/// <param name="If">The items that are there, one or more, in the order of how many baskets have them.</param>
/// <param name="Then">The item that is there then.</param>
/// <param name="Count">Baskets with all of them.</param>
/// <param name="Support">Their share of all baskets, above 0 and at most 1.</param>
/// <param name="Confidence">The share of the baskets with <paramref name="If"/> that have <paramref name="Then"/>, above 0 and at most 1.</param>
/// <param name="Lift">How many times as often as in all baskets <paramref name="Then"/> is there; above 1.</param>
/// <param name="Leverage">The support less what it would be without a connection; above 0 (Piatetsky-Shapiro 1991).</param>
/// <param name="Conviction">How many times as often the rule would fail without a connection; infinite where it never fails (Brin and others 1997).</param>
/// <param name="PValue">The probability of so many baskets by chance alone, the largest over all that leave one of <paramref name="If"/> out; not corrected.</param>
public sealed record BasketRule(IReadOnlyList<string> If, string Then, int Count, double Support, double Confidence, double Lift, double Leverage, double Conviction, double PValue);
