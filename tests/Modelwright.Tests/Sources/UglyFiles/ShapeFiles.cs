using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Lines and columns that are too many, too few or in the wrong place.</summary>
internal static class ShapeFiles
{
    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        Csv("rows with too few cells and with too many", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n",
            """
            Refused: {0}, line 3: found 2 columns, expected 3 as in the header 'a,b,c'; the last value is '5'. Quote values that hold ',', or name another separator.
            {0}, line 4: found 4 columns, expected 3 as in the header 'a,b,c'; the last value is '9'. Quote values that hold ',', or name another separator.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """),
        Csv("the same, broken rows left out", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n",
            """
            1 rows, 3 columns.
            a: number: 1
            b: number: 2
            c: number: 3
            Fault: found 2 columns, expected 3 as in the header 'a,b,c'; the last value is '5'. Quote values that hold ',', or name another separator.
            Fault: found 4 columns, expected 3 as in the header 'a,b,c'; the last value is '9'. Quote values that hold ',', or name another separator.
            """) with { Options = new() { SkipBadRows = true }, Asked = "--skip-bad-rows" },
        Csv("a separator at the end of every line", "a,b,\n1,2,\n3,4,\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 3
            b: number: 2 | 4
            Note: Column 3 has neither a name nor a value and was left out.
            """),
        Csv("nothing but tabs", "\t\n\t\n", "Refused: {0}: the file holds nothing but separators and blank lines. Give a file with a line of names and at least one row."),
        Csv("a separator at the end of every line but that of names", "a,b\n1,2,\n3,4,\n",
            """
            Refused: {0}, line 2: found 3 columns, expected 2 as in the header 'a,b'; the last value is ''. Quote values that hold ',', or name another separator.
            {0}, line 3: found 3 columns, expected 2 as in the header 'a,b'; the last value is ''. Quote values that hold ',', or name another separator.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """),
        Csv("two lines of names", "name,size\ntext,cm\nx,1\ny,2\n",
            """
            3 rows, 2 columns.
            name: category: text | x | y
            size: category: cm | 1 | 2
            """),
        Csv("a title above the names", "Sales 2025\n\nshop,sum\nx,1\ny,2\n",
            """
            Refused: {0}, line 3: found 2 columns, expected 1 as in the header 'Sales 2025'; the last value is 'sum'. Quote values that hold ',', or name another separator.
            {0}, line 4: found 2 columns, expected 1 as in the header 'Sales 2025'; the last value is '1'. Quote values that hold ',', or name another separator.
            {0}, line 5: found 2 columns, expected 1 as in the header 'Sales 2025'; the last value is '2'. Quote values that hold ',', or name another separator.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """),
        Csv("a line of remarks above the names", "# exported today\nshop,sum\nx,1\n",
            """
            1 rows, 2 columns.
            shop: category: x
            sum: number: 1
            Note: 1 line before the names was passed over: it starts with # or says what the separator is.
            """),
        Csv("one column", "a\n1\n\n3\n",
            """
            3 rows, 1 columns.
            a: number: 1 | (missing) | 3
            """),
        Csv("names and no row", "a,b\n",
            """
            0 rows, 2 columns.
            a: category:
            b: category:
            """),
        Csv("names and no row, no line break", "a,b",
            """
            0 rows, 2 columns.
            a: category:
            b: category:
            Note: The last line has no line break. If the file was cut, get it again.
            """),
        Csv("an empty file", "", "Refused: {0}: the file is empty. Give a file with a line of names and at least one row."),
        Csv("nothing but blank lines", "\n \n\n", "Refused: {0}: the file holds nothing but blank lines. Give a file with a line of names and at least one row."),
        Csv("10,000 columns", () => string.Join(',', Enumerable.Range(1, 10_000).Select(column => $"c{column}")) + "\n" + string.Join(',', Enumerable.Range(1, 10_000)) + "\n",
            """
            1 rows, 10000 columns.
            c1: number: 1
            c2: number: 2
            c3: number: 3
            c4: number: 4
            c5: number: 5
            """),
        Csv("no line of names", "1,2\n3,4\n", "Refused: {0}, line 1: the first line holds numbers ('1', '2'), not names. Add a line of names, or set HasHeader = false (--no-header)."),
        Csv("no line of names, told so", "1,2\n3,4\n",
            """
            2 rows, 2 columns.
            column1: number: 1 | 3
            column2: number: 2 | 4
            """) with { Options = new() { HasHeader = false }, Asked = "--no-header" },
        Csv("names twice", "a,b,a\n1,2,3\n", "Refused: {0}, line 1: columns 1 and 3 are both named 'a'. Rename one of them."),
        Csv("columns without a name", "a,,\n1,2,3\n",
            """
            1 rows, 3 columns.
            a: number: 1
            column2: number: 2
            column3: number: 3
            Note: 2 columns have no name and are called 'column2', 'column3'. Name them in the first line, or leave them out.
            """),
        Csv("spaces around names", " a , b c \n1,2\n",
            """
            1 rows, 2 columns.
            a: number: 1
            b c: number: 2
            """),
        Csv("a cell of a million letters", () => $"a,b\n1,{new string('x', 1_000_000)}\n2,y\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: xxxxxxxxxxxxxxxxxxxxxxxx… | y
            """),
        Csv("a line longer than any that is read", () => $"a,b\n1,{new string('x', 17_000_000)}\n2,y\n", "Refused: {0}, line 2: the line is longer than 16777216 characters in column 'b'. Give each row a line of its own, or shorten the value."),
        Csv("line breaks of old Macs", "a,b\r1,x\r2,y\r",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            """),
        Csv("three kinds of line breaks", "a,b\r\n1,x\n2,y\r3,z\r\n",
            """
            3 rows, 2 columns.
            a: number: 1 | 2 | 3
            b: category: x | y | z
            """),
        Csv("no line break at the end", "a,b\n1,x\n2,y",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            Note: The last line has no line break. If the file was cut, get it again.
            """),
        Csv("blank lines between rows", "a,b\n\n1,x\n  \n2,y\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            Note: 2 blank lines were passed over.
            """),
        Csv("the names again further down", "a,b\n1,2\na,b\n3,4\n",
            """
            3 rows, 2 columns.
            a: category: 1 | a | 3
            b: category: 2 | b | 4
            """),
    ];
}
