using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Modelwright.Generator.Tests.Data;

/// <summary>The generator at work on a program in memory.</summary>
internal sealed record GeneratorRun(Compilation Compilation, GeneratorDriverRunResult Result)
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the generator reported.</summary>
    internal IEnumerable<Diagnostic> Findings => Result.Diagnostics;

    /// <summary>Errors and warnings of the program with the code that was made.</summary>
    internal IEnumerable<string> Faults => Compilation.GetDiagnostics().Where(fault => fault.Severity >= DiagnosticSeverity.Warning).Select(fault => fault.ToString());

    /// <summary>The code of the only class.</summary>
    internal string Source => Assert.Single(Result.GeneratedTrees).ToString();

    internal static GeneratorRun Of(string source, params string[] packages)
    {
        var driver = Driver(packages).RunGeneratorsAndUpdateCompilation(Program(source), out var compilation, out _);
        return new(compilation, driver.GetRunResult());
    }

    /// <summary>The text of the only finding for a class that asks for a package.</summary>
    internal static string Finding(string path, params string[] packages) =>
        Assert.Single(Of(Class(path), packages).Findings).ToString();

    internal static string Class(string path, string name = "Model") =>
        $$"""
        [Modelwright.Runtime.Prediction.ModelwrightPackage({{SymbolDisplay.FormatLiteral(path, quote: true)}})]
        public sealed partial class {{name}};

        """;

    internal static GeneratorDriver Driver(params string[] packages) => CSharpGeneratorDriver.Create(
        [new ModelwrightGenerator().AsSourceGenerator()],
        packages.Select(path => new PackageText(path)),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    internal static CSharpCompilation Program(string source) => CSharpCompilation.Create(
        "Program",
        [CSharpSyntaxTree.ParseText(source, path: "Program.cs")],
        References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
