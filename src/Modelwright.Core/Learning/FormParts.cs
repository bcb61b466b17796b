namespace Modelwright.Core.Learning;

/// <summary>How much there is to read in a form.</summary>
/// <param name="Count">Number of parts, 0 or more.</param>
/// <param name="Unit">What a part is, in the plural: "leaves", "rules", "terms", "tables".</param>
public sealed record FormParts(int Count, string Unit);
