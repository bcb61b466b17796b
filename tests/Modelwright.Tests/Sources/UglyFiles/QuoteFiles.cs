using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Quotes that hold much, and quotes that are none.</summary>
internal static class QuoteFiles
{
    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        Csv("separators, quotes and line breaks inside quotes", "a,b\n1,\"x, \"\"y\"\"\nz\"\n2,\"\"\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x, "y"⏎z | (missing)
            """),
        Csv("a quote that is opened and not closed", "a,b\n1,\"x\n2,y\n3,z\n", "Refused: {0}, line 2: a quote is opened in column 'b' and not closed. Close it, or set HasQuotes = false (--no-quotes)."),
        Csv("the same, broken rows left out", "a,b\n1,\"x\n2,y\n3,z\n",
            """
            2 rows, 2 columns.
            a: number: 2 | 3
            b: category: y | z
            Fault: a quote is opened in column 'b' and not closed. Close it, or set HasQuotes = false (--no-quotes).
            """) with { Options = new() { SkipBadRows = true }, Asked = "--skip-bad-rows" },
        Csv("text after a closing quote", "a,b\n1,\"x\"y\n2,z\n", "Refused: {0}, line 2: a closing quote in column 'b' is followed by more text. Double the quotes inside a value, close an open one, or set HasQuotes = false (--no-quotes)."),
        Csv("inches: a quote inside a cell", "a,b\n1,5\" disk\n2,z\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: 5" disk | z
            """),
        Csv("quotes that are letters", "a,b\n1,\"x\n2,\"y\"z\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: "x | "y"z
            """) with { Options = new() { HasQuotes = false }, Asked = "--no-quotes" },
        Csv("a space before the opening quote", "a,b\n1, \"x, y\"\n", "Refused: {0}, line 2: found 3 columns, expected 2 as in the header 'a,b'; the last value is ' y\"'. Quote values that hold ',', or name another separator."),
        Csv("single quotes around cells", "a,b\n1,'x, y'\n2,'z'\n", "Refused: {0}, line 2: found 3 columns, expected 2 as in the header 'a,b'; the last value is ' y''. Quote values that hold ',', or name another separator."),
        Csv("every cell in quotes", "\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            """),
        Csv("a line of names with an open quote", "a,\"b\n1,2\n", "Refused: {0}, line 1: the line of names has a quote that is not closed. Close it, or set HasQuotes = false (--no-quotes)."),
    ];
}
