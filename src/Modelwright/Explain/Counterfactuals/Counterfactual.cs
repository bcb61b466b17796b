namespace Modelwright.Explain.Counterfactuals;

/// <summary>The smallest changes found that give the wanted answer; asked of the model, not guessed.</summary>
/// <param name="Changes">The changes, in the order of the columns; none where the row is answered so already.</param>
/// <param name="Answer">The answer after them: rows x classes probabilities of the row, or its number.</param>
/// <param name="Size">The sum of their sizes.</param>
/// <param name="Sentence">All of it in words.</param>
public sealed record Counterfactual(IReadOnlyList<Change> Changes, IReadOnlyList<double> Answer, double Size, string Sentence);
