using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Generator;

namespace Modelwright.Peers;

/// <summary>A program with a typed model, made of a package as an app makes it when it is built, and compiled in memory.</summary>
internal sealed class TypedProgram
{
    /// <summary>What such an app writes: a partial class, and rows that are asked. The loop is the program's own, so nothing stands between it and the answers.</summary>
    private const string Source = """
        using Modelwright.Runtime.Prediction;

        [ModelwrightPackage("model.mw")]
        public sealed partial class PeerModel;

        public static class Asked
        {
            public static double All(PeerModel model, PeerModel.Input[] rows)
            {
                var sum = 0.0;
                foreach (var row in rows)
                {
                    var answer = model.Predict(row);
                    sum += answer.LabelProbability + PeerModel.NameOf(answer.Label).Length;
                }

                return sum;
            }

            public static double AllMadeAnew(PeerModel model, PeerModel.Input[] rows)
            {
                var sum = 0.0;
                foreach (var row in rows)
                {
                    var answer = model.Predict(row with { });
                    sum += answer.LabelProbability + PeerModel.NameOf(answer.Label).Length;
                }

                return sum;
            }

            public static double[] Probabilities(PeerModel model, PeerModel.Input[] rows) => System.Array.ConvertAll(rows, row => model.Predict(row).Probability((PeerModel.Label)1));
        }
        """;

    private readonly object _model;
    private readonly Array _rows;
    private readonly Type _asked;

    /// <summary>Makes the program, loads the package, and fills its rows.</summary>
    /// <param name="package">A file named model.mw.</param>
    /// <param name="rows">The rows to ask.</param>
    internal TypedProgram(string package, Table rows)
    {
        var assembly = Compile(package);
        var type = assembly.GetType("PeerModel", throwOnError: true)!;
        _asked = assembly.GetType("Asked", throwOnError: true)!;
        _model = type.GetMethod("Load")!.Invoke(null, [package])!;
        _rows = Rows(type.GetNestedType("Input")!, rows, Columns(type));
    }

    /// <summary>Asks all rows, which stand ready as records of the input.</summary>
    internal Func<double> Ready => Bind("All");

    /// <summary>Asks all rows, a new record made for each.</summary>
    internal Func<double> MadeAnew => Bind("AllMadeAnew");

    /// <summary>For each row the probability of the second class.</summary>
    internal double[] Probabilities() => (double[])_asked.GetMethod("Probabilities")!.Invoke(null, [_model, _rows])!;

    // One call by reflection asks all rows.
    private Func<double> Bind(string method)
    {
        var all = _asked.GetMethod(method)!;
        var types = Array.ConvertAll(all.GetParameters(), parameter => parameter.ParameterType);
        var bound = typeof(TypedProgram).GetMethod(nameof(Close), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types);
        return (Func<double>)bound.Invoke(null, [all, _model, _rows])!;
    }

    private static Func<double> Close<TModel, TRows>(MethodInfo method, object model, object rows)
    {
        var ask = method.CreateDelegate<Func<TModel, TRows, double>>();
        var (own, all) = ((TModel)model, (TRows)rows);
        return () => ask(own, all);
    }

    private static Assembly Compile(string package)
    {
        MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];
        var program = CSharpCompilation.Create("typed", [CSharpSyntaxTree.ParseText(Source)], references, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new ModelwrightGenerator().AsSourceGenerator()], [new PackageText(package)]).RunGeneratorsAndUpdateCompilation(program, out var made, out _);
        using var bytes = new MemoryStream();
        var result = made.Emit(bytes);
        if (!result.Success)
        {
            throw new DataException($"The typed model does not compile: {string.Join(" ", result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(3))}");
        }

        bytes.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(bytes);
    }

    /// <summary>The columns that the class asks, in the order of its properties.</summary>
    private static string[] Columns(Type type)
    {
        var inputs = (Array)type.GetField("ModelInputs", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return [.. inputs.Cast<Runtime.Prediction.Typed.TypedInput>().Select(input => input.Name)];
    }

    private static Array Rows(Type input, Table rows, string[] columns)
    {
        var all = Array.CreateInstance(input, rows.RowCount);
        PropertyInfo[] properties = [.. input.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken)];
        for (var row = 0; row < rows.RowCount; row++)
        {
            var made = Activator.CreateInstance(input)!;
            for (var place = 0; place < columns.Length; place++)
            {
                properties[place].SetValue(made, Value(properties[place].PropertyType, rows[columns[place]].Format(row)));
            }

            all.SetValue(made, row);
        }

        return all;
    }

    private static object? Value(Type type, string? text) => text is null ? null
        : type == typeof(double?) ? double.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(bool?) ? text.Equals("true", StringComparison.OrdinalIgnoreCase)
        : text;

    /// <summary>The package, as the compiler shows it to generators: a path.</summary>
    private sealed class PackageText(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}
