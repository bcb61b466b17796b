using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Writing;

/// <summary>Whatever is written comes back bit for bit from our own sources.</summary>
public class RoundTripTests
{
    private const string Order = "order";

    // Bits whose sign, size or digits get lost easily.
    private static readonly double[] Numbers =
        [0, -0.0, 1e300, 1e-300, double.MaxValue, double.MinValue, double.Epsilon, 0.1, 1 / 3.0, 123456789012345678, 9007199254740991, -1e22, double.NaN];

    private static readonly string[] Texts =
        ["x", "007", "1.50", "=1+1", "+1", "@a", "#DIV/0!", "a,b", "a;b", "say \"hi\"", "'", "two\nlines", "two\r\nlines", "cr\rcr", "\ttab\t", " space ", "<b>&amp;</b>", "]]>", "_x0041_", "_x", "_", "Łódź", "\u4e2d", "\U0001F600", "2024-01-02", "true", "back\\slash", "{}", "[1]"];

    private static readonly Gen<double> Number = Gen.OneOf(Gen.Int[0, Numbers.Length - 1].Select(place => Numbers[place]), Gen.Double.Where(double.IsFinite), Gen.Int.Select(value => (double)value));

    // To the microsecond, as in DuckDB.
    private static readonly Gen<long> Time = Gen.OneOf(
        Gen.Const(TimeColumn.Missing),
        Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay].Select(days => days * TimeSpan.TicksPerDay),
        Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond].Select(count => count * TimeSpan.TicksPerMillisecond),
        Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond].Select(count => count * TimeSpan.TicksPerMicrosecond));

    private static readonly Gen<string?> Text = Gen.OneOf(
        Gen.Const((string?)null),
        Gen.Int[0, Texts.Length - 1].Select(place => (string?)Texts[place]),
        Gen.Int[0, Texts.Length - 1].Array[2, 4].Select(places => (string?)string.Concat(places.Select(place => Texts[place]))));

    private static readonly Gen<string> Name = Gen.Char["ab:.- _x0%\"'<&é中"].Array[1, 6].Select(letters => new string(letters).Trim()).Where(name => name.Length > 0 && name != Order);

    // One of the names of each kind of file.
    public static IEnumerable<TheoryDataRow<string>> Extensions => BuiltInSources.All
        .Select(source => source.Info.Extensions.FirstOrDefault(TableWriter.Extensions.Contains))
        .OfType<string>()
        .Select(extension => new TheoryDataRow<string>(extension));

    [Theory]
    [MemberData(nameof(Extensions))]
    public void WriteAndRead_AnyTable_IsTheSame(string extension) =>
        Gen.Select(Name.Array[4].Where(AreDifferent), Gen.Select(Number, Time, Text, Text).Array[Fewest(extension), 20])
            .Sample((names, rows) => IsTheSame(extension, Of(names, rows)), iter: Runs(extension), threads: 1);

    // Days alone and milliseconds alone become dates of Excel, all other times text.
    [Theory]
    [InlineData(TimeSpan.TicksPerDay)]
    [InlineData(TimeSpan.TicksPerMillisecond)]
    public void WriteAndRead_DatesOfExcel_AreTheSame(long step)
    {
        var first = new DateTime(1900, 3, 1).Ticks / step;
        Gen.Long[first, DateTime.MaxValue.Ticks / step].Select(count => count * step).Array[1, 50]
            .Sample(ticks => IsTheSame(".xlsx", new([new NumberColumn(Order, [.. ticks.Select((_, row) => (double)row)]), new TimeColumn("t", ticks)])), iter: 60, threads: 1);
    }

    // JSON lines without rows are an empty file, which is taken for a mistake.
    private static int Fewest(string extension) => extension == ".jsonl" ? 1 : 0;

    // A session of DuckDB takes its time to begin.
    private static int Runs(string extension) => extension is ".parquet" or ".duckdb" ? 20 : 100;

    private static bool AreDifferent(string[] names) => names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length;

    private static Table Of(string[] names, (double Number, long Time, string? Level, string? Text)[] rows) => new(
    [
        new NumberColumn(Order, [.. rows.Select((_, row) => (double)row)]),
        new NumberColumn(names[0], [.. rows.Select(row => row.Number)]),
        new TimeColumn(names[1], [.. rows.Select(row => row.Time)]),
        CategoryColumn.FromTexts(names[2], [.. rows.Select(row => row.Level)]),
        new TextColumn(names[3], [.. rows.Select(row => row.Text)]),
    ]);

    private static void IsTheSame(string extension, Table table)
    {
        using var file = TempFile.Named("rows" + extension);
        TableWriter.WriteAsync(table, file.Path).GetAwaiter().GetResult();
        var texts = table.Columns.Where(column => column.Type is ColumnType.Category or ColumnType.Text).ToDictionary(column => column.Name, _ => ColumnType.Text);

        var read = SourceTable.ReadAsync(file.Path, new() { Types = texts }).GetAwaiter().GetResult().Table;

        if (table.RowCount == 0)
        {
            Assert.Equal(0, read.RowCount);
            return;
        }

        Assert.Equal(table.Names, read.Names);
        var found = InOrder(read);
        foreach (var (expected, column) in table.Columns.Zip(found.Columns))
        {
            Assert.Equal(Bits(expected, KeepsZeroSign(extension)), Bits(column, KeepsZeroSign(extension)));
        }
    }

    // The rows of a database have no order of their own.
    private static Table InOrder(Table table)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        Array.Sort([.. rows.Select(row => ((NumberColumn)table[Order]).Values.At(row))], rows);
        return table.Take(rows);
    }

    private static IEnumerable<string?> Bits(Column column, bool keepsZeroSign) => column is NumberColumn numbers
        ? Enumerable.Range(0, column.RowCount).Select(row => Bits(numbers.Values.At(row), keepsZeroSign))
        : Enumerable.Range(0, column.RowCount).Select(column.Format);

    // SQLite keeps a whole number of a column of numbers as an integer, which has no negative zero. DuckDB takes both zeros of a column
    // for equal values when it packs them (duckdb/duckdb#25580 for its files, #25781 for Parquet).
    private static bool KeepsZeroSign(string extension) => extension is not (".sqlite" or ".duckdb" or ".parquet");

    private static string? Bits(double number, bool keepsZeroSign) =>
        double.IsNaN(number) ? null : $"{BitConverter.DoubleToInt64Bits(number == 0 && !keepsZeroSign ? 0 : number):X}";
}
