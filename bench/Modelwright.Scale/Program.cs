using System.Globalization;
using Modelwright.Scale;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Measures what many rows cost: time as a multiple of DuckDB reading the same file, and the peak of memory.

    Modelwright.Scale [--rows 1000000] [--columns 18] [--budget 120s] [--memory 6GB] [--seed 1] [--folder FOLDER] [--train no]

    Makes the rows (kept in FOLDER for the next run), then runs 'inspect', 'train' and 'predict' through the command line
    and opens the report in a browser, where there is one.
    Writes a table to the screen. Exit code 1 where a run failed.
    """;

if (args is ["--help"] or ["help"])
{
    Console.WriteLine(Help);
    return 0;
}

return await ScaleRun.RunAsync(Options.Parse(args)).ConfigureAwait(false);
