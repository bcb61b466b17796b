using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Exporting;

namespace Modelwright.Quality.Exporting;

/// <summary>An exported file of C#, compiled in memory with nothing but the framework beside it, and asked row by row as a program would.</summary>
internal sealed class CompiledExport : IDisposable
{
    private const int MostFaults = 3;

    private readonly AssemblyLoadContext _context = new(name: null, isCollectible: true);
    private readonly PropertyInfo[] _properties;
    private readonly Type _row;
    private readonly MethodInfo _ask;

    /// <summary>Compiles a file.</summary>
    /// <param name="path">The file; its name is the name of the class.</param>
    /// <exception cref="ArtifactException">It does not compile; the text has the first faults.</exception>
    public CompiledExport(string path)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.CSharp13), path);
        var compilation = CSharpCompilation.Create("exported", [tree], Framework(), new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        if (!result.Success)
        {
            throw new ArtifactException($"The exported file does not compile: {string.Join(" ", result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(MostFaults))}");
        }

        bytes.Position = 0;
        var type = _context.LoadFromStream(bytes).GetType($"{CSharpFormat.SpaceName}.{Path.GetFileNameWithoutExtension(path)}", throwOnError: true)!;
        _row = type.GetNestedType("Row")!;
        _properties = [.. _row.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken)];
        _ask = type.GetMethod("Probabilities") ?? type.GetMethod("Predict")!;
    }

    /// <summary>The answers to all rows: probabilities, or one number a row.</summary>
    /// <param name="columns">Numbers and categories, in the order of the properties, as the schema reads them.</param>
    /// <param name="rows">Number of rows.</param>
    public double[] Answer(IReadOnlyList<Column> columns, int rows)
    {
        var answers = new List<double>();
        for (var at = 0; at < rows; at++)
        {
            var row = Activator.CreateInstance(_row);
            for (var place = 0; place < _properties.Length; place++)
            {
                _properties[place].SetValue(row, columns[place] is NumberColumn numbers ? Number(numbers.Values.At(at)) : columns[place].Format(at));
            }

            switch (_ask.Invoke(null, [row]))
            {
                case double value:
                    answers.Add(value);
                    break;
                case double[] values:
                    answers.AddRange(values);
                    break;
            }
        }

        return [.. answers];
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private static double? Number(double value) => double.IsNaN(value) ? null : value;

    private static IEnumerable<PortableExecutableReference> Framework() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) && Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path));
}
