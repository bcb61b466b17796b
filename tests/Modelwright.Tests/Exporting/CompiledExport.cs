using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Modelwright.Core.Data;

namespace Modelwright.Tests.Exporting;

/// <summary>An exported file of C#, compiled alone and asked row by row.</summary>
internal sealed class CompiledExport
{
    private static readonly PortableExecutableReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Type _type;
    private readonly Type _row;

    internal CompiledExport(string path, string className)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.CSharp13));
        var compilation = CSharpCompilation.Create($"exported-{Guid.NewGuid():N}", [tree], References, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        bytes.Position = 0;
        var assembly = new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(bytes);
        _type = assembly.GetType($"ExportedModels.{className}", throwOnError: true)!;
        _row = _type.GetNestedType("Row")!;
    }

    /// <summary>The names of the properties of a row.</summary>
    internal string[] Properties => [.. _row.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    /// <summary>The answers to all rows: probabilities, or one number a row.</summary>
    /// <param name="rows">The columns, in the order of the properties.</param>
    internal double[] Answer(Table rows)
    {
        var ask = _type.GetMethod("Probabilities") ?? _type.GetMethod("Predict")!;
        var properties = _row.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var answers = new List<double>();
        for (var at = 0; at < rows.RowCount; at++)
        {
            var row = Activator.CreateInstance(_row);
            for (var place = 0; place < properties.Length; place++)
            {
                properties[place].SetValue(row, rows.Columns[place] is NumberColumn number ? number.Values.At(at) : rows.Columns[place].Format(at));
            }

            answers.AddRange(ask.Invoke(null, [row]) is double value ? [value] : (double[])ask.Invoke(null, [row])!);
        }

        return [.. answers];
    }
}
