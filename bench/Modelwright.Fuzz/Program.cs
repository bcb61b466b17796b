using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Fuzz;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Sends hostile bytes through every door: each case is to end in a right answer or in a clear error, soon and in bounded memory.

    run      make cases and judge them; prints one JSON document, exit code 1 where a case is a defect
               [--target packages|csv|json] [--cases 1000] [--seed 1] [--first 0] [--failures failures] [--keep FOLDER]
             with --results FOLDER [--processes 2] in ranges, each a process of its own; a call that is made again goes on where it ended
    replay   judge the cases kept in a folder
               [--target packages|csv|json] [--corpus bench/Modelwright.Fuzz/Corpus]
    report   write the figures of runs into a page
               --from packages.json,csv.json,json.json [--docs docs/hostile-data.md]

    Case n of a seed is always the same bytes, so '--first 50000' goes on where a run of 50000 ended.
    Failing cases are made smaller and written to --failures; --keep writes one small case of each kind of outcome.
    """;

if (args.Length == 0 || args[0] is "help" or "--help")
{
    Console.WriteLine(Help);
    return args.Length == 0 ? 2 : 0;
}

try
{
    var options = Options.Parse(args.AsSpan(1));
    return args[0] switch
    {
        "run" => RunCommand.Run(options),
        "replay" => ReplayCommand.Run(options),
        "report" => ReportCommand.Run(options),
        _ => throw new OptionsException($"Command '{args[0]}' is not known. There are: run, replay, report."),
    };
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
