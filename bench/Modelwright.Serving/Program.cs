using System.Globalization;
using Modelwright.Serving;
using Modelwright.Serving.Killing;
using Modelwright.Serving.Loading;
using Modelwright.Serving.Pages;
using Modelwright.Serving.Protocol;
using Modelwright.Serving.Starting;
using Modelwright.Serving.Storming;

// Measures a server from a second process: how fast it is beside an empty endpoint and over swaps of the model, what it says to
// requests that are wrong in every way, what it keeps when it is killed, and whether a client that was made from the published
// specification of the Open Inference Protocol gets right answers. Exit code 1 where something was not as it must be.
const string Help = """
    Modelwright.Serving load     PACKAGE ROWS [--warm 15] [--seconds 10] [--rounds 3] [--connections 32] [--requests 1000000] [--swaps 20]
                                                      [--no-log] [--with-pages]
    Modelwright.Serving storm    PACKAGE ROWS [--requests 100000] [--connections 32] [--slow 300] [--seed 1] [--only KIND]
    Modelwright.Serving kills    PACKAGE ROWS [--kills 10] [--seconds 5] [--connections 8] [--seed 1]
    Modelwright.Serving protocol PACKAGE ROWS SPECIFICATION [--rows 200]
    Modelwright.Serving page

    PACKAGE  a package with a target, such as samples/typed-model/loans.mw
    ROWS     a table with the columns of the package, such as samples/loans/loans.csv
    SPECIFICATION  open_inference_rest.yaml of github.com/kserve/open-inference-protocol; 'npm ci' in bench/protocol-client once before

    --out FOLDER  writes the result there as JSON    --docs FILE  writes the page from all results that are in FOLDER

    The server runs in a process of its own, started by this program. 'load' logs every request: about 0.5 KB each, in the folder
    of temporary files, which is removed afterwards.
    """;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["server", var told])
{
    return await ServerProcess.RunAsync(ServerSetup.Read(told));
}

if (args is not ["load" or "storm" or "kills" or "protocol" or "page", ..])
{
    Console.WriteLine(Help);
    return args is ["--help"] ? 0 : 2;
}

var choices = Choices.Read(args[1..]);
var code = (args[0], choices.Places) switch
{
    ("load", [var package, var rows]) => await LoadCommand.RunAsync(package, await RowsFile.ReadAsync(rows), choices),
    ("storm", [var package, var rows]) => await StormCommand.RunAsync(package, await RowsFile.ReadAsync(rows), choices),
    ("kills", [var package, var rows]) => await KillsCommand.RunAsync(package, await RowsFile.ReadAsync(rows), choices),
    ("protocol", [var package, var rows, var specification]) => await ProtocolCommand.RunAsync(package, await RowsFile.ReadAsync(rows), specification, choices),
    ("page", []) => 0,
    _ => throw new ArgumentException("Name a package and rows; --help shows how."),
};
if (choices.Docs is { } docs)
{
    await File.WriteAllTextAsync(docs, ServingPage.Of(Results.Read(choices.Out ?? throw new ArgumentException("--docs needs --out: the folder with the results."))));
}

return code;
