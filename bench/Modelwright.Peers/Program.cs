using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Peers;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    One row from its values to its named answer, in one program and in turns: a model of trees by its generated class, and the PredictionEngine of ML.NET, trained on the same rows.

    Modelwright.Peers --data FOLDER [--trees 200] [--leaves 31] [--rows 1000] [--rounds 25] [--docs docs/single-row-measured.md]
    """;

if (args.Length == 0 || args[0] is "help" or "--help")
{
    Console.WriteLine(Help);
    return args.Length == 0 ? 2 : 0;
}

try
{
    return await Comparison.RunAsync(Options.Parse(args));
}
catch (ModelwrightException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}
