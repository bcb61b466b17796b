using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Modelwright.Generator.Findings;

namespace Modelwright.Generator.Classes;

/// <summary>Reads a class with the attribute off its declaration.</summary>
internal static class AnnotatedClassReader
{
    /// <summary>The names of what stands inside, which C# does not allow the class itself.</summary>
    private static readonly string[] Inside = ["Input", "Label", "Answer", "Load", "Predict", "NameOf", "Predictor", "ModelId", "ModelInputs", "ModelClasses", "Dispose"];

    private static readonly SymbolDisplayFormat Plain = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static readonly SymbolDisplayFormat Escaped = Plain.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The class; null for a second attribute on the same class, which the compiler refuses.</summary>
    internal static AnnotatedClass? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var attribute = type.GetAttributes().First(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, found.Attributes[0].AttributeClass));
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not { } syntax || !found.TargetNode.Contains(syntax))
        {
            return null;
        }

        return new(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(Escaped),
            SyntaxFacts.GetKeywordKind(type.Name) == SyntaxKind.None ? type.Name : $"@{type.Name}",
            type.ToDisplayString(Plain),
            attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "",
            Place.Of(syntax),
            new([.. Faults(type, (TypeDeclarationSyntax)found.TargetNode)]));
    }

    private static IEnumerable<string> Faults(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        (bool IsFault, string Text)[] all =
        [
            (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword), "it is not partial"),
            (type.ContainingType is not null, $"it is nested in '{type.ContainingType?.Name}'"),
            (type.IsGenericType, "it is generic"),
            (type.IsStatic, "it is static"),
            (type.IsAbstract && !type.IsStatic, "it is abstract"),
            (type.IsRecord, "it is a record"),
            (type.IsFileLocal, "it is seen in its file alone"),
            (Inside.Contains(type.Name), "its name is one of the names inside it"),
        ];
        return all.Where(fault => fault.IsFault).Select(fault => fault.Text);
    }
}
