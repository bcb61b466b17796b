using System.Text.Json;
using Modelwright.Explain.Counterfactuals;
using Spectre.Console;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>The smallest changes that give a wanted answer.</summary>
internal static class ChangeLines
{
    /// <summary>Writes them for a person; nothing where none were asked for.</summary>
    public static void Write(IAnsiConsole console, ExplainAnswer answer)
    {
        if (answer.Counterfactuals is not { } found)
        {
            return;
        }

        Screen.Line(console, $"To get {answer.Request.Want}:", new Style(decoration: Decoration.Bold));
        foreach (var one in found)
        {
            Screen.Line(console, $"  {one.Sentence}{(one.Changes.Count > 0 ? $" ({Was(one)})" : "")}");
        }

        if (found.Count == 0)
        {
            Screen.Line(console, "  No change of up to 3 columns does, among the values that training rows had. Let more columns change, or want less.");
        }
    }

    /// <summary>Writes them for a program.</summary>
    public static void Write(Utf8JsonWriter writer, string want, IReadOnlyList<Counterfactual> found)
    {
        writer.WriteString("want", want);
        writer.WriteStartArray("counterfactuals");
        foreach (var one in found)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("changes");
            foreach (var change in one.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("column", change.Column);
                writer.WriteString("from", change.From);
                writer.WriteString("to", change.To);
                writer.WriteNumber("size", change.Size);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("answer");
            foreach (var number in one.Answer)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
            writer.WriteNumber("size", one.Size);
            writer.WriteString("sentence", one.Sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Was(Counterfactual one) => string.Join(", ", one.Changes.Select(change => $"{change.Column} is {change.From ?? "missing"}"));
}
