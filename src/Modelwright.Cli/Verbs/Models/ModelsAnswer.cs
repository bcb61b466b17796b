using System.Text.Json;
using Modelwright.Cli.Hosting;
using Spectre.Console;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>What an action answers: once for a person, once for a program.</summary>
/// <param name="Page">Writes the page.</param>
/// <param name="Document">Writes the properties of the document.</param>
internal sealed record ModelsAnswer(Action<IAnsiConsole> Page, Action<Utf8JsonWriter> Document)
{
    /// <summary>What the call ends with.</summary>
    public int Code { get; init; } = ExitCode.Done;
}
