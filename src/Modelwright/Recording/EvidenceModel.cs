namespace Modelwright.Recording;

/// <summary>A model that figures belong to.</summary>
/// <param name="Name">"validated" or "shipped".</param>
/// <param name="Meaning">What it was made from and how, in one sentence.</param>
/// <param name="Rows">Rows it was made from.</param>
public sealed record EvidenceModel(string Name, string Meaning, int Rows);
