using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Separators that the name of the file does not tell.</summary>
internal static class SeparatorFiles
{
    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        Csv("semicolons", "a;b\n1;x, y\n2;z\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x, y | z
            """),
        Csv("tabs in a .csv", "a\tb\n1\tx\n2\ty\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            """),
        Csv("bars", "a|b\n1|x\n2|y\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            """),
        Csv("Excel's line that names the separator", "sep=;\na;b\n1;x\n2;y\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            Note: 1 line before the names was passed over: it starts with # or says what the separator is.
            """),
        Csv("commas in the names, semicolons in the rows", "a,b\n1;x\n2;y\n",
            """
            Refused: {0}, line 2: found 1 columns, expected 2 as in the header 'a,b'; the last value is '1;x'. Quote values that hold ',', or name another separator.
            {0}, line 3: found 1 columns, expected 2 as in the header 'a,b'; the last value is '2;y'. Quote values that hold ',', or name another separator.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """),
        Csv("a separator of one's own", "a~b\n1~x\n",
            """
            1 rows, 2 columns.
            a: number: 1
            b: category: x
            """) with { Options = new() { Separator = '~' }, Asked = "--separator ~" },
        Csv("columns in line by spaces", "a    b\n1    x\n22   y\n",
            """
            2 rows, 1 columns.
            a    b: category: 1    x | 22   y
            """),
        Of("commas in a .tsv", "rows.tsv", "a,b\n1,x\n",
            """
            1 rows, 1 columns.
            a,b: category: 1,x
            """),
    ];
}
