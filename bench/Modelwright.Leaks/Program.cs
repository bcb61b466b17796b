using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Leaks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Plants leaks and wrong labels in real data and counts what the findings find of them.

    leaks    12 kinds planted in sets, and the same sets as they are   --data FOLDER [--out leaks.json] [--sets a,b] [--planted a,b] [--seed 0]
    labels   5 % of the labels flipped, and who is doubted              --data FOLDER [--out leaks.json] [--sets a,b] [--seed 0]
    page     write the results as a page                               [--out leaks.json] [--labels labels.json] --docs docs/findings-measured.md

    FOLDER of --data holds index.json and the files it names.
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
        "leaks" => await LeaksCommand.RunAsync(options).ConfigureAwait(false),
        "page" => PageCommand.Run(options),
        "labels" => await LabelsCommand.RunAsync(options).ConfigureAwait(false),
        _ => throw new OptionsException($"Command '{args[0]}' is not known. There are: leaks, labels, page."),
    };
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
