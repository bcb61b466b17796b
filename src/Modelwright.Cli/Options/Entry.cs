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

    /// <summary>The argument that names rows.</summary>
    /// <param name="lead">What rows; empty where that is plain.</param>
    public static Argument<string> Rows(string lead = "") => Argument(
        "FILE",
        lead + "A CSV, TSV, JSON, XML, log, Parquet or Excel file, text also .gz or .zst; a folder of them, or a pattern such as 'sales/*.csv'; a DuckDB or SQLite file; a server, as postgres://user@host/database or 'Server=…;Database=…'; SQL over files, such as \"SELECT … FROM 'sales/*.parquet'\"; '-' is standard input.");

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
