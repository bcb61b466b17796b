using Microsoft.CodeAnalysis;
using Modelwright.Generator.Classes;
using Modelwright.Generator.Packages;

namespace Modelwright.Generator;

/// <summary>
/// Completes classes that name a package: a record of its inputs, an enumeration of its classes, an answer, and a <c>Predict</c>
/// between them. Where package and class do not go together the build ends with an error that says why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelwrightGenerator : IIncrementalGenerator
{
    private const string AttributeName = "Modelwright.Runtime.Prediction.ModelwrightPackageAttribute";
    private const string Ending = ".mw";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var packages = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            .Select((file, cancellation) => PackageReader.Read(file.Path, cancellation))
            .WithTrackingName("Packages")
            .Collect();
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeName, (_, _) => true, AnnotatedClassReader.Read)
            .Where(type => type is not null)
            .WithTrackingName("Classes");
        var completed = classes.Combine(packages)
            .Select((pair, _) => PackageMatch.Complete(pair.Left!, pair.Right))
            .WithTrackingName("Code");
        context.RegisterSourceOutput(completed, Add);
    }

    private static void Add(SourceProductionContext context, TypedClass completed)
    {
        if (completed.Finding is { } finding)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
        else
        {
            context.AddSource(completed.FileName, completed.Source!);
        }
    }
}
