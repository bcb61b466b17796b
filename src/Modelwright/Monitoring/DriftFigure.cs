namespace Modelwright.Monitoring;

/// <summary>How far one distribution has moved from the reference.</summary>
/// <param name="Name">The column, or what is answered; 'all columns' for them together.</param>
/// <param name="Of">'column', 'answer', 'target' or 'together'.</param>
/// <param name="Distance">The Jensen-Shannon distance over the bins of the reference less what chance makes of it, from 0 to 1; together the maximum mean discrepancy, from 0 to 1.42. It does not depend on the number of rows.</param>
/// <param name="Threshold">The distance that matters: 0.1, or one and a half times the greatest within the reference where that is more.</param>
/// <param name="Chance">How likely chance alone gives such a difference.</param>
/// <param name="FalseShare">The share of false discoveries that one accepts who believes this one and all that are surer (Benjamini &amp; Yekutieli 2001).</param>
/// <param name="HasDrifted">Whether it is both beyond chance and as far as matters.</param>
public sealed record DriftFigure(string Name, string Of, double Distance, double Threshold, double Chance, double FalseShare, bool HasDrifted);
