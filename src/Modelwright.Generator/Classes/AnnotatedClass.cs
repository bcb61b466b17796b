using Modelwright.Generator.Findings;

namespace Modelwright.Generator.Classes;

/// <summary>A class that asks for code, as plain values that compare.</summary>
/// <param name="Namespace">As it is written in code; empty for none.</param>
/// <param name="Name">As it is written in code.</param>
/// <param name="FullName">Namespace and name without escapes: the name of the file of code.</param>
/// <param name="Package">The path that the attribute gives.</param>
/// <param name="Place">Where the attribute stands.</param>
/// <param name="Faults">Why the class cannot be completed; empty where it can.</param>
internal sealed record AnnotatedClass(string Namespace, string Name, string FullName, string Package, Place Place, EquatableArray<string> Faults);
