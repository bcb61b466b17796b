using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Choosing;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class SourceFitTests
{
    private static readonly Dictionary<SourceOptions, ReadOptions> Each = new()
    {
        [SourceOptions.Separator] = new() { Separator = '\t' },
        [SourceOptions.HasHeader] = new() { HasHeader = false },
        [SourceOptions.HeaderRows] = new() { HeaderRows = 2 },
        [SourceOptions.DecimalMark] = new() { DecimalMark = ',' },
        [SourceOptions.HasQuotes] = new() { HasQuotes = false },
        [SourceOptions.Encoding] = new() { Encoding = "latin1" },
        [SourceOptions.SkipBadRows] = new() { SkipBadRows = true },
        [SourceOptions.Pattern] = new() { Pattern = "(?<all>.*)" },
        [SourceOptions.Record] = new() { Record = "result.rows" },
        [SourceOptions.Query] = new() { Query = "SELECT 1" },
        [SourceOptions.DatabaseTable] = new() { DatabaseTable = "sales" },
        [SourceOptions.Sheet] = new() { Sheet = "2024" },
        [SourceOptions.CellRange] = new() { CellRange = "A3:F" },
        [SourceOptions.Format] = new() { Format = "csv" },
    };

    private static readonly Dictionary<SourceOptions, string> Texts = new()
    {
        [SourceOptions.Separator] = "Separator (--separator) is 'tab', but {0} is no delimited text. Leave the option out.",
        [SourceOptions.HasHeader] = "HasHeader is false (--no-header), but {0} is no delimited text or workbook. Leave the option out.",
        [SourceOptions.HeaderRows] = "HeaderRows (--header-rows) is '2', but {0} is no delimited text. Leave the option out.",
        [SourceOptions.DecimalMark] = "DecimalMark (--decimal) is ',', but {0} is no delimited text. Leave the option out.",
        [SourceOptions.HasQuotes] = "HasQuotes is false (--no-quotes), but {0} is no delimited text. Leave the option out.",
        [SourceOptions.Encoding] = "Encoding (--encoding) is 'latin1', but {0} is no text. Leave the option out.",
        [SourceOptions.SkipBadRows] = "SkipBadRows is true (--skip-bad-rows), but {0} is read whole or not at all. Leave the option out.",
        [SourceOptions.Pattern] = "Pattern (--pattern) is '(?<all>.*)', but {0} is no text of a row a line. Leave the option out; for a log of another name set Format (--format) to 'log'.",
        [SourceOptions.Record] = "Record (--record) is 'result.rows', but {0} is no JSON document or XML. Leave the option out.",
        [SourceOptions.Query] = "Query (--query) is 'SELECT 1', but {0} is no database. Leave the option out; to ask files by SQL, give the statement in place of the file: \"SELECT … FROM 'sales/*.parquet'\".",
        [SourceOptions.DatabaseTable] = "DatabaseTable (--table) is 'sales', but {0} is no database. Leave the option out; to ask files by SQL, give the statement in place of the file: \"SELECT … FROM 'sales/*.parquet'\".",
        [SourceOptions.Sheet] = "Sheet (--sheet) is '2024', but {0} is no workbook. Leave the option out.",
        [SourceOptions.CellRange] = "Range (--range) is 'A3:F', but {0} is no workbook. Leave the option out.",
        [SourceOptions.Format] = "Format (--format) is 'csv', but {0} is no file or folder. Leave the option out.",
    };

    private static readonly ReadOptions Odd = new() { Separator = ';', SkipBadRows = true, Sheet = "1" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, SourceOptions> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, SourceOptions>();
            foreach (var source in BuiltInSources.All)
            {
                foreach (var option in Each.Keys)
                {
                    pairs.Add(source.Info.Name, option);
                }
            }

            return pairs;
        }
    }

    [Fact]
    public void Options_AllHaveASampleAndAText()
    {
        SourceOptions[] single = [.. Enum.GetValues<SourceOptions>().Where(option => int.IsPow2((int)option))];

        Assert.Equal(single.Order(), Each.Keys.Order());
        Assert.Equal(single.Order(), Texts.Keys.Order());
        Assert.Equal(single.Order(), GivenOption.All.Select(option => option.Kind).Order());
        Assert.Equal(SourceOptions.All, single.Aggregate((sum, option) => sum | option));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Check_AnySourceAndOption_IsTakenOrRefusedByName(string name, SourceOptions option)
    {
        var source = BuiltInSources.All.Single(source => source.Info.Name == name).Info;
        var takes = source.Takes.HasFlag(option) || (option == SourceOptions.Format && source.Extensions.Count > 0);

        var error = Record.Exception(() => SourceFit.Check(source, "rows", Each[option]));

        Assert.Equal(takes ? null : Texts[option].Replace("{0}", $"rows ({source.Title})", StringComparison.Ordinal), error?.Message);
        Assert.True(error is null or OptionsException);
    }

    [Fact]
    public void Check_DefaultsAndWhatAModelKnows_FitEverySource()
    {
        var model = ReadOptions.For(new Schema([new("zip", ColumnType.Category), new("n", ColumnType.Number) { Notation = new() { DecimalSeparator = ',' } }]));

        foreach (var source in BuiltInSources.All)
        {
            SourceFit.Check(source.Info, "rows", new() { HasHeader = true, HasQuotes = true, SkipBadRows = false });
            SourceFit.Check(source.Info, "rows", model with { JoinTime = "day", MemoryBytes = 1L << 30, Threads = 2 });
        }
    }

    [Fact]
    public async Task Read_SeveralOptionsThatDoNotFit_AreToldTogether()
    {
        using var tree = new TempTree().With("rows.json", "[{\"a\":1}]");

        var error = await Assert.ThrowsAsync<OptionsException>(() => Table.ReadAsync(tree.At("rows.json"), Odd with { HasHeader = false }, Cancel));

        Assert.Equal(
            $"""
            Sheet (--sheet) is '1', but {tree.At("rows.json")} (JSON) is no workbook. Leave the option out.
            Separator (--separator) is ';', but {tree.At("rows.json")} (JSON) is no delimited text. Leave the option out.
            HasHeader is false (--no-header), but {tree.At("rows.json")} (JSON) is no delimited text or workbook. Leave the option out.
            """,
            error.Message,
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("{0}", "{0} (Log)")]
    [InlineData("{0}/*.log", "{0}/*.log (Log)")]
    [InlineData("SELECT * FROM '{0}/a.log'", "(SQL over files)")]
    [InlineData("postgres://me:secret77@localhost/shop", "postgres://me@localhost/shop (Database server)")]
    public async Task Read_FolderPatternSqlOrServer_RefusesToo(string address, string shown)
    {
        using var tree = new TempTree().With("a.log", "x\n").With("b.log", "y\n");

        var error = await Assert.ThrowsAsync<OptionsException>(() => Table.ReadAsync(In(tree, address), new() { Separator = ';', Pattern = "(?<a>.)" }, Cancel));

        Assert.Contains($"{In(tree, shown)} is no delimited text. Leave the option out.", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Separator (--separator) is ';', but ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret77", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PatternBesideWhatADelimitedFileTakes_SaysThatOneIsTooMany()
    {
        using var tree = new TempTree().With("rows.csv", "a,b\n1,2\n");

        var error = await Assert.ThrowsAsync<OptionsException>(() => Table.ReadAsync(tree.At("rows.csv"), new() { Pattern = "(?<a>.*)", HasQuotes = false, Encoding = "utf-8" }, Cancel));

        Assert.Equal($"HasQuotes is false (--no-quotes), but by Pattern (--pattern) {tree.At("rows.csv")} is read as a log, line by line. Leave one of them out.", error.Message);
    }

    [Fact]
    public async Task Read_SharedWithAFileThatTakesIt_PassesItOver()
    {
        using var tree = new TempTree().With("rows.json", "[{\"a\":1}]").With("test.csv", "a;b\n1;x\n").With("more/1.csv", "a\n1\n").With("logs/1.json", "{\"a\":1}\n");
        var options = new ReadOptions { Separator = ';', SharedWith = [tree.At("test.csv")] };

        Assert.Equal(1, (await Table.ReadAsync(tree.At("rows.json"), options, Cancel)).RowCount);
        Assert.Equal(1, (await Table.ReadAsync(tree.At("rows.json"), options with { SharedWith = [tree.At("more")] }, Cancel)).RowCount);
        Assert.Equal(["a", "b"], (await Table.ReadAsync(tree.At("test.csv"), options with { SharedWith = [tree.At("rows.json")] }, Cancel)).Names);
        var error = await Assert.ThrowsAsync<OptionsException>(() => Table.ReadAsync(tree.At("rows.json"), options with { Sheet = "1", SharedWith = [tree.At("logs"), tree.At("test.csv")] }, Cancel));
        Assert.Equal($"Sheet (--sheet) is '1', but {tree.At("rows.json")} (JSON) is no workbook. Leave the option out.", error.Message);
    }

    [Fact]
    public async Task Read_Join_IsToldWhatItHasAUseForAlone()
    {
        using var tree = new TempTree().With("rows.csv", "id;day\n1;2024-01-01\n").With("orders.csv", "id,n\n1,2\n1,3,4\n").With("lists.xml", "<all><one id=\"1\"/><one id=\"1\"/></all>");
        await TableWriter.WriteAsync(new Table([new NumberColumn("id", [1])]), tree.At("rows.parquet"), Cancel);
        ReadOptions Joined(string child) => new() { SkipBadRows = true, Joins = [ChildJoin.Parse(tree.At(child) + ":id")] };

        var separated = await SourceTable.ReadAsync(tree.At("rows.csv"), Joined("orders.csv") with { Separator = ';' }, Cancel);
        var whole = await SourceTable.ReadAsync(tree.At("rows.csv"), Joined("lists.xml"), Cancel);
        var skipped = await SourceTable.ReadAsync(tree.At("rows.parquet"), Joined("orders.csv"), Cancel);
        var error = await Assert.ThrowsAsync<OptionsException>(() => SourceTable.ReadAsync(tree.At("rows.parquet"), Joined("lists.xml"), Cancel));

        Assert.Equal(["1", "2", "1"], [separated.Table["orders.count"].Format(0), whole.Table["lists.count"].Format(0), skipped.Table["orders.count"].Format(0)]);
        Assert.Equal((1, 1), (separated.Report.RowsSkipped, skipped.Report.RowsSkipped));
        Assert.Equal($"SkipBadRows is true (--skip-bad-rows), but {tree.At("rows.parquet")} (Parquet) is read whole or not at all. Leave the option out.", error.Message);
    }

    private static string In(TempTree tree, string text) => text.Replace("{0}", tree.Path, StringComparison.Ordinal);
}
