using System.CommandLine;

namespace Modelwright.Cli.Help;

/// <summary>One verb of the command line, with what its help page shows.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>The line under "Usage", without the program's name.</summary>
    public required string Usage { get; init; }

    /// <summary>Calls that a person may copy.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>What a person does after this verb, or where more is written.</summary>
    public string Closing { get; init; } = "";
}
