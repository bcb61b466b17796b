using System.CommandLine;

namespace Modelwright.Cli.Options;

/// <summary>
/// Makes the options and arguments of verbs. All take text: what it means is read by this program, so that every fault of a
/// call is told in one way.
/// </summary>
internal static class Entry
{
    /// <summary>An argument that must be there.</summary>
    public static Argument<string> Argument(string name, string description) =>
        new(name) { HelpName = name, Description = description };

    /// <summary>An option with one value.</summary>
    public static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    /// <summary>An option that may be given several times.</summary>
    public static Option<string[]> Texts(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore };

    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The option that asks for a document.</summary>
    public static Option<bool> Json() =>
        Flag(Hosting.Answer.JsonOption, "Writes one JSON document to standard output and nothing else; so does a pipe.");
}
