using System.Diagnostics;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Exporting;
using Modelwright.Quality.Sets;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Quality.Exporting;

/// <summary>Holds an exported file of C#, compiled as it is, to the predictor of its package: all test rows, bit by bit.</summary>
internal static class CompiledAnswers
{
    private const string ClassName = "Exported";

    /// <summary>Exports, compiles, and compares.</summary>
    /// <param name="model">The package.</param>
    /// <param name="testFile">The test rows as a file of texts.</param>
    /// <param name="folder">Where the file goes.</param>
    /// <returns>Rows, answers with other bits, and the seconds of compiling and of asking; or the error; or empty where the model has no such form.</returns>
    public static JsonObject Of(string model, string testFile, string folder)
    {
        try
        {
            var package = Package.Load(model);
            if (ExportGround.Of(package, out _) is not { } ground)
            {
                return [];
            }

            var path = Path.Combine(folder, ClassName + ".cs");
            ModelExport.Write(package, new CSharpFormat(), path);
            var start = Stopwatch.GetTimestamp();
            using var compiled = new CompiledExport(path);
            var compiling = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return Compare(package, ground, compiled, Texts(testFile), compiling);
        }
        catch (ModelwrightException error)
        {
            return new() { ["error"] = error.Message };
        }
    }

    private static JsonObject Compare(Package package, ExportGround ground, CompiledExport compiled, Table rows, double compiling)
    {
        using var predictor = new Predictor(package);
        var expected = predictor.Predict(rows).Outputs;
        var admitted = Admission.Admit(rows, package.Model.Door, needsTarget: false).Table;
        var start = Stopwatch.GetTimestamp();
        var answers = compiled.Answer([.. ground.Formula.Inputs.Select(input => admitted[input.Name])], rows.RowCount);
        return new()
        {
            ["rows"] = rows.RowCount,
            ["answers"] = expected.Length,
            ["different"] = answers.Length == expected.Length ? Different(expected, answers) : expected.Length,
            ["compile_s"] = compiling,
            ["ask_s"] = Stopwatch.GetElapsedTime(start).TotalSeconds,
        };
    }

    private static int Different(double[] expected, double[] answers) =>
        expected.Zip(answers).Count(pair => BitConverter.DoubleToInt64Bits(pair.First) != BitConverter.DoubleToInt64Bits(pair.Second));

    /// <summary>All cells as they stand in the file; the door of the package reads them.</summary>
    private static Table Texts(string file)
    {
        var records = Csv.Read(file).ToArray();
        return new([.. records[0].Select((name, place) => new TextColumn(name, [.. records.Skip(1).Select(record => record[place].Length == 0 ? null : record[place])]))], records.Length - 1);
    }
}
