namespace Modelwright.Findings.Labels;

/// <summary>One doubted row among those that were answered.</summary>
/// <param name="Place">Its place among them, from 0.</param>
/// <param name="Suggested">The class that the model suggests; -1 for numbers.</param>
/// <param name="Doubt">See <see cref="SuspectRow.Doubt"/>.</param>
internal readonly record struct LabelDoubt(int Place, int Suggested, double Doubt);
