using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Runs;

/// <summary>Measures again how fast kept packages predict, and puts it in the results of their runs.</summary>
internal static class CostsCommand
{
    /// <summary>Measures every package that was kept.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    public static int Run(Options options)
    {
        var folder = options.Keep ?? throw new OptionsException("Option '--keep' is needed. Name the folder that 'run --keep' wrote after it.");
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats)
            {
                One(options, set, repeat, folder);
            }
        }

        return 0;
    }

    private static void One(Options options, DataSet set, int repeat, string folder)
    {
        var path = ResultFile.At(options.Out, set.Name, "modelwright", options.Budget, repeat);
        var model = KeptPackage.At(folder, options, set, repeat);
        if (!File.Exists(model) || ResultFile.Read(path) is not { } result)
        {
            return;
        }

        var scratch = Directory.CreateTempSubdirectory("modelwright-quality-");
        var rows = Path.Combine(scratch.FullName, "test.csv");
        try
        {
            SplitSet.Read(set, set.TestRows(repeat), rows);
            result["single_row"] = SingleRow.Measure(model, rows);
            result["typed_row"] = TypedRow.Measure(model, rows);
            result["many_rows"] = ManyRows.Measure(model, rows);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        ResultFile.Write(path, result);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name} r{repeat}: {(double)result["many_rows"]!["rows_per_second"]!:F0} rows a second, one row {(double)result["single_row"]!["median_ms"]!:F3} ms, typed {(double)result["typed_row"]!["us"]!:F1} us and {(double)result["typed_row"]!["bytes"]!:F0} bytes"));
    }
}
