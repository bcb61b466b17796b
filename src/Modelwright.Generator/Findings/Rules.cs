using Microsoft.CodeAnalysis;

namespace Modelwright.Generator.Findings;

/// <summary>All that the generator reports; docs/typed-models.md lists the same.</summary>
internal static class Rules
{
    private const string Category = "Modelwright";

    internal static readonly DiagnosticDescriptor Absent = new(
        "MW0001",
        "The package is not among the additional files",
        "No package '{0}' is among the additional files of the project{1}. Add <AdditionalFiles Include=\"{0}\" /> to the project file, or mend the path.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A generator sees files of the project alone, and of those the ones that end with .mw. The path of the attribute is the name of such a file, or the end of its path.");

    internal static readonly DiagnosticDescriptor Several = new(
        "MW0002",
        "Several additional files are meant",
        "Package '{0}' can be any of {1}. Write more of the path.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The path of the attribute is the end of the paths of several additional files.");

    internal static readonly DiagnosticDescriptor Unreadable = new(
        "MW0003",
        "The package cannot be read",
        "Package '{0}' cannot be read: {1}. The file is damaged or was not made by Modelwright; fetch it again from where it was made.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The head, the schema and the form of the package are checked when the program is built, against lengths and hashes; everything else is checked when the package is loaded.");

    internal static readonly DiagnosticDescriptor Newer = new(
        "MW0004",
        "The package is newer than the generator",
        "Package '{0}' is newer than this generator: {1}. Take a newer release of Modelwright.Runtime.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A release reads the packages of its own format version and of all older ones.");

    internal static readonly DiagnosticDescriptor Class = new(
        "MW0005",
        "The class cannot be completed",
        "Class '{0}' cannot be completed from package '{1}': {2}. Declare it as 'public sealed partial class' directly in a namespace.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator writes another part of the class, so it must be partial, and neither nested, generic, static, abstract nor a record.");

    internal static readonly DiagnosticDescriptor Task = new(
        "MW0006",
        "The package answers what typed code cannot",
        "Package '{0}' answers neither classes nor one number (task '{1}', form '{2}'), and typed code is made for these alone. Ask it by rows or in a stream with Predictor.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Segments, anomalies and series are answered by several columns.");

    internal static readonly DiagnosticDescriptor TooLarge = new(
        "MW0007",
        "The package is too large for typed code",
        "Package '{0}' is too large for typed code: {1}. Train a smaller model, or ask this one by rows with Predictor.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What is read at build time is bounded, and so is the code that is made of it.");
}
