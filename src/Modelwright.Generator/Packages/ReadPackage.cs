using Microsoft.CodeAnalysis;

namespace Modelwright.Generator.Packages;

/// <summary>One additional file that was read as a package.</summary>
/// <param name="Path">The file, with '/' between folders.</param>
/// <param name="Shape">What was read; null where it could not be.</param>
/// <param name="Rule">The rule that the file breaks; null where it was read.</param>
/// <param name="Fault">What is wrong, a clause without its end; empty where nothing is.</param>
internal sealed record ReadPackage(string Path, PackageShape? Shape, DiagnosticDescriptor? Rule, string Fault);
