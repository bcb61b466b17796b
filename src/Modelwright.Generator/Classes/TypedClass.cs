using Modelwright.Generator.Findings;

namespace Modelwright.Generator.Classes;

/// <summary>What becomes of a class: code, or a finding.</summary>
/// <param name="FileName">The name of the file of code.</param>
/// <param name="Source">The code; null where there is a finding.</param>
/// <param name="Finding">What is wrong; null where there is code.</param>
internal sealed record TypedClass(string FileName, string? Source, Finding? Finding);
