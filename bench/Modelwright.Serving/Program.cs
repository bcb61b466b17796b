using System.Globalization;
using Modelwright.Serving;

// Asks a server for one row at a time, and an empty JSON endpoint of the same server, from a second process; swaps the model
// while it is asked; and sends it requests that are wrong in every way. Exit code 1 where a request failed that must not.
const string Help = """
    Modelwright.Serving load  PACKAGE ROW.json [--seconds 10] [--connections 32] [--swaps 20]
    Modelwright.Serving storm PACKAGE ROW.json [--requests 100000] [--connections 32] [--seed 1]

    ROW.json holds one row of the package. The server runs in a process of its own, started by this program.
    """;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["server", var package]:
        return await ServerProcess.RunAsync(package);
    case ["load" or "storm", var package, var row, .. var rest]:
        return await Driver.RunAsync(args[0] == "storm", package, await File.ReadAllTextAsync(row), Choices.Read(rest));
    default:
        Console.WriteLine(Help);
        return args is ["--help"] ? 0 : 2;
}
