using System.Text.Json;
using Spectre.Console;

namespace Modelwright.Cli.Output.Runs;

/// <summary>The answer of 'reproduce' for a person and for a program; its schema is docs/reproduce.schema.json.</summary>
internal static class ReproductionAnswer
{
    /// <summary>Writes it for a person.</summary>
    public static void Write(IAnsiConsole console, Reproduction reproduction)
    {
        if (reproduction.Agrees)
        {
            Screen.Line(console, $"The same model came out, after {Numbers.Seconds(reproduction.Seconds)}.", new Style(decoration: Decoration.Bold));
            Screen.Unbroken(console, $"Model id: {reproduction.ModelId}");
            return;
        }

        Screen.Line(console, reproduction.ModelId is null ? "The plan could not be repeated." : "Another model came out.", new Style(decoration: Decoration.Bold));
        Screen.Unbroken(console, $"Expected: {reproduction.ExpectedId}");
        if (reproduction.ModelId is { } id)
        {
            Screen.Unbroken(console, $"Got:      {id}");
        }

        foreach (var reason in reproduction.Reasons)
        {
            Screen.Line(console, "Reason", Color.Yellow, reason);
        }
    }

    /// <summary>Writes it for a program.</summary>
    public static void Write(Utf8JsonWriter writer, Reproduction reproduction)
    {
        writer.WriteBoolean("agrees", reproduction.Agrees);
        writer.WriteString("expected_model_id", reproduction.ExpectedId);
        RunsDocument.WriteText(writer, "model_id", reproduction.ModelId);
        writer.WriteNumber("seconds", reproduction.Seconds);
        RunsDocument.WriteList(writer, "reasons", reproduction.Reasons, writer.WriteStringValue);
    }
}
