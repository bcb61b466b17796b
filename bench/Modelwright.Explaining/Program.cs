using System.Globalization;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Explaining;
using Modelwright.Quality.Sets;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Compares contributions of our tree form with LightGBM's own: how far they are apart, and how long both take.

    Modelwright.Explaining --data FOLDER [--sets NAME,…] [--rounds 200] [--rows 10000] [--threads 1] [--repeats 3] [--docs PAGE]

    Trains LightGBM on each table of the folder's index, explains as many rows (drawn again where there are fewer) by both in
    turn, and writes one JSON document to standard output; --docs also writes a page with a table. Exit code 1 where a
    contribution is further apart than 1e-9 x max(1, |value|), or does not add up, or ours takes longer.
    """;

if (args is [] or ["--help"] or ["help"])
{
    Console.WriteLine(Help);
    return 0;
}

try
{
    var options = Options.Parse(args);
    var results = new List<Result>();
    foreach (var set in DataSet.Read(options.Data, options.Sets))
    {
        results.Add(await Comparison.RunAsync(set, options));
        Console.Error.WriteLine(ResultTable.Line(results[^1]));
    }

    Console.WriteLine(JsonSerializer.Serialize(results, ResultTable.Json));
    if (options.Docs is { } page)
    {
        File.WriteAllText(page, ResultTable.Page(results, options));
    }

    return results.TrueForAll(result => result.Holds) ? 0 : 1;
}
catch (ModelwrightException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
