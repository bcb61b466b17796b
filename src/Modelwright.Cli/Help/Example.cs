namespace Modelwright.Cli.Help;

/// <summary>A call that a person may copy, and what it does.</summary>
/// <param name="Call">The whole line.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Call, string Meaning);
