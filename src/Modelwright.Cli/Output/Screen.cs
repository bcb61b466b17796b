using Modelwright.Cli.Hosting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Modelwright.Cli.Output;

/// <summary>Where a person reads: the terminal, or standard error while the answer goes to a program.</summary>
internal static class Screen
{
    private const int WidthOfAPipe = 110;

    /// <summary>Opens the screen of a call.</summary>
    /// <param name="host">The world around the call.</param>
    /// <param name="isForMachine">Whether standard output belongs to a document.</param>
    public static IAnsiConsole Open(Host host, bool isForMachine)
    {
        var isTerminal = !host.IsPlain && (isForMachine ? host.ErrorIsTerminal : host.OutputIsTerminal);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && host.UsesColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(isForMachine ? host.Error : host.Output),
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfAPipe;
        }

        console.Profile.Capabilities.Links = false;
        return console;
    }

    /// <summary>A text of the data or of a library, never read as markup; control characters are shown, not obeyed.</summary>
    public static Text Plain(string text, Style? style = null) => new(Clean(text), style);

    /// <summary>A table in the house style.</summary>
    /// <param name="columns">Titles; one that starts with '&gt;' stands to the right.</param>
    public static Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var column in columns)
        {
            var isRight = column.StartsWith('>');
            var added = new TableColumn(new Text(isRight ? column[1..] : column, new Style(decoration: Decoration.Bold)));
            table.AddColumn(isRight ? added.RightAligned().NoWrap() : added);
        }

        return table;
    }

    /// <summary>Letters that the first columns of a table take, with the lines between them and those around the one after.</summary>
    /// <param name="titles">Titles of those columns.</param>
    /// <param name="rows">Rows of the table; cells behind those columns do not count.</param>
    public static int WidthOf(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        const int Lines = 3;
        var widths = titles.Select(title => title.TrimStart('>').Length).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].GetCellWidth());
            }
        }

        return widths.Sum(width => width + Lines) + Lines + 1;
    }

    /// <summary>A text of at most so many letters; a longer one is cut and ends in an ellipsis.</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    /// <summary>Adds a row of plain texts.</summary>
    public static void AddRow(Table table, params ReadOnlySpan<string> cells)
    {
        var row = new IRenderable[cells.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            row[cell] = Plain(cells[cell]);
        }

        table.AddRow(row);
    }

    /// <summary>Writes one line of plain text.</summary>
    public static void Line(IAnsiConsole console, string text, Style? style = null)
    {
        console.Write(Plain(text, style));
        console.WriteLine();
    }

    /// <summary>Writes one line that starts with a word in a colour, such as "Warning:".</summary>
    public static void Line(IAnsiConsole console, string word, Color colour, string text)
    {
        console.Write(new Paragraph().Append($"{word}: ", new Style(colour)).Append(Clean(text)));
        console.WriteLine();
    }

    /// <summary>Writes one line that a person may copy: never broken, whatever the width.</summary>
    public static void Unbroken(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(Clean(text));

    private static string Clean(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && !text.Contains('\u007f')
            ? text
            : string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\n' ? '·' : letter));
}
