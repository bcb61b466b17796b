using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Nab.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Scores detectors of anomalies in streams as the Numenta Anomaly Benchmark does.

    run FILE [PAGE]   all detectors over FILE (nab_series.csv.gz) and over made-up series; writes PAGE, such as docs/streams-measured.md
    settings          what each setting of ours gives on made-up series
    """;

try
{
    return args switch
    {
        ["run", var file] => RunCommand.Run(file, null),
        ["run", var file, var page] => RunCommand.Run(file, page),
        ["settings"] => SettingsCommand.Run(),
        [] or ["help"] or ["--help"] => Say(),
        _ => throw new OptionsException($"'{string.Join(' ', args)}' is not a call. There are: run FILE [PAGE], settings."),
    };
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

int Say()
{
    Console.WriteLine(Help);
    return args.Length == 0 ? 2 : 0;
}
