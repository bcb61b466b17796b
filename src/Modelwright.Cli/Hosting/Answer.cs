namespace Modelwright.Cli.Hosting;

/// <summary>Who reads the answer of a call.</summary>
internal static class Answer
{
    /// <summary>The option that asks for a document.</summary>
    public const string JsonOption = "--json";

    /// <summary>Whether a program reads it: in a pipe, or where asked for.</summary>
    public static bool IsForMachine(IEnumerable<string> arguments, Host host) =>
        !host.OutputIsTerminal || arguments.Contains(JsonOption, StringComparer.Ordinal);
}
