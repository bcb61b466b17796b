namespace Modelwright.Stress.Fairness;

/// <summary>How far apart the groups of a column are by one measure.</summary>
/// <param name="Measure">
/// 'demographic_parity', 'disparate_impact', 'equal_opportunity', 'equalised_odds', 'calibration', 'error_gap', or for numbers 'residual_gap' and 'error_gap',
/// both in standard deviations of the target.
/// </param>
/// <param name="Value">The highest less the lowest of the groups; for 'disparate_impact' the lowest over the highest.</param>
/// <param name="Lower">
/// Lower end of an interval that holds the true one with 95 %, whichever groups are the highest and the lowest: all pairs of groups of all columns
/// are looked at together, so a gap that chance made by many groups does not count.
/// </param>
/// <param name="Upper">Upper end.</param>
/// <param name="ByChance">What the measure is on average by chance alone, were all groups treated alike.</param>
/// <param name="Highest">The group with the highest figure.</param>
/// <param name="Lowest">The group with the lowest.</param>
/// <param name="Allowed">The bound from which a gap matters: 0.1; 0.8 for 'disparate_impact' (four fifths); 0.2 for numbers.</param>
/// <param name="IsFlagged">Whether the whole interval is beyond that bound, so that chance alone flags nobody.</param>
/// <param name="Sentence">All of it in words.</param>
public sealed record FairnessGap(string Measure, double Value, double Lower, double Upper, double ByChance, string Highest, string Lowest, double Allowed, bool IsFlagged, string Sentence);
