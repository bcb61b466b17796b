namespace Modelwright.Cli.Hosting;

/// <summary>Who reads the answer of a call.</summary>
internal static class Answer
{
    /// <summary>The option that asks for a document.</summary>
    public const string JsonOption = "--json";

    /// <summary>Whether a program reads an error as a document: in a pipe, or where asked for; never where a table was to come.</summary>
    public static bool IsForMachine(IReadOnlyList<string> arguments, Host host) =>
        (!host.OutputIsTerminal || arguments.Contains(JsonOption, StringComparer.Ordinal)) && !IsForTable(arguments);

    // The call may be too wrong to be parsed, so it is read as typed: "-o -", "--output -", "--output=-".
    private static bool IsForTable(IReadOnlyList<string> arguments) => Enumerable.Range(0, arguments.Count).Any(place =>
        arguments[place] is "--output=-" or "-o=-"
        || (arguments[place] is "-o" or "--output" && place + 1 < arguments.Count && arguments[place + 1] == InputFile.Standard));
}
