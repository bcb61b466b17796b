namespace Modelwright.Stress.Privacy;

/// <summary>How well a copy does after some answers of the model.</summary>
/// <param name="Opponent">'made_up' where the rows that were asked are drawn column by column, 'real_rows' where they are real ones.</param>
/// <param name="Queries">Answers of the model that the copy was made from.</param>
/// <param name="Agreement">For classes the share of other rows that are answered alike; for numbers the share of the variance of the answers that the copy tells (R²), at least 0.</param>
/// <param name="Learner">The learner of the best copy.</param>
public sealed record ExtractionPoint(string Opponent, int Queries, double Agreement, string Learner);
