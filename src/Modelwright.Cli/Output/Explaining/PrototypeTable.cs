using System.Text.Json;
using Modelwright.Explain;
using Spectre.Console;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>Typical rows.</summary>
internal static class PrototypeTable
{
    private const int ReasonsOfARow = 4;

    /// <summary>Writes them for a person.</summary>
    public static void Write(IAnsiConsole console, ExplainAnswer answer, IReadOnlyList<Prototype> typical)
    {
        var table = Screen.Table("answered", ">row", ">stands for", "main reasons");
        foreach (var one in typical)
        {
            var all = Reasons.All(answer.Explained, answer.Package, one.Row, answer.Explained.OutputOf(one.Row));
            var main = string.Join('\n', Reasons.Main(all, ReasonsOfARow).Select(reason => reason.Sentence));
            Screen.AddRow(table, one.Group, Numbers.Count(one.Row + 1), $"{Numbers.Count(one.Rows)} rows, {Numbers.Percent(one.Share)}", main);
        }

        console.Write(table);
        Screen.Line(console, "Each stands for the rows of its group whose reasons are most like its own.");
    }

    /// <summary>Writes them for a program; rows count from 0.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Prototype> typical)
    {
        writer.WriteStartArray("prototypes");
        foreach (var one in typical)
        {
            writer.WriteStartObject();
            writer.WriteString("group", one.Group);
            writer.WriteNumber("row", one.Row);
            writer.WriteNumber("rows", one.Rows);
            writer.WriteNumber("share", one.Share);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
