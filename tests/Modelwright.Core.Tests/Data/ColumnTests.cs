using System.Globalization;
using CsCheck;
using Modelwright.Core.Data;

namespace Modelwright.Core.Tests.Data;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Format_AnyCulture_IsInvariant(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture);
            Assert.Equal(["1.5", "-0", "1E+300", null], Texts(new NumberColumn("a", [1.5, -0.0, 1e300, double.NaN])));
            Assert.Equal(["2024-02-29", "2024-02-29T13:45:10.5", null], Texts(new TimeColumn("a", [new DateTime(2024, 2, 29).Ticks, new DateTime(2024, 2, 29, 13, 45, 10, 500).Ticks, TimeColumn.Missing])));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Format_AnyNumber_ReadsBackToTheBit() => Gen.Double.Sample(value =>
    {
        var text = new NumberColumn("a", [value]).Format(0);

        Assert.Equal(double.IsNaN(value), text is null);
        Assert.True(text is null || BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value));
    });

    [Fact]
    public void FromTexts_LevelsAreOrdinalAndValuesKept()
    {
        var column = CategoryColumn.FromTexts("a", ["b", null, "B", "", "b", "ä"]);

        Assert.Equal(["", "B", "b", "ä"], column.Levels);
        Assert.Equal(["b", null, "B", "", "b", "ä"], Texts(column));
        Assert.True(column.IsMissing(1));
        Assert.False(column.IsMissing(3));
    }

    [Fact]
    public void FromTexts_AnyTexts_IsIdentity() =>
        Gen.String.Array[0, 20].Sample(texts => Assert.Equal(texts, Texts(CategoryColumn.FromTexts("a", texts))));

    [Fact]
    public void MapTo_OtherLevels_CarriesCodesOver()
    {
        var column = new CategoryColumn("a", ["x", "y", "z"], [0, 1, 2, -1]);

        Assert.Null(column.MapTo(["x", "y", "z"]));
        Assert.Null(column.MapTo(column.Levels));
        Assert.Equal([2, CategoryColumn.Missing, 0], column.MapTo(["z", "w", "x"])!);
    }

    [Fact]
    public void TakeAndRename_EveryType_KeepsTypeAndValues()
    {
        Column[] columns =
        [
            new NumberColumn("a", [1, double.NaN]),
            CategoryColumn.FromTexts("a", ["x", null]),
            new TextColumn("a", ["x", null]),
            new TimeColumn("a", [new DateTime(2020, 1, 1).Ticks, TimeColumn.Missing]),
        ];

        Assert.All(columns, column =>
        {
            var changed = column.Take([1, 0, 1]).Rename("b");
            Assert.Equal(("b", column.Type, 3), (changed.Name, changed.Type, changed.RowCount));
            Assert.Equal([null, column.Format(0), null], Texts(changed));
            Assert.True(changed.IsMissing(0));
            Assert.Empty(Texts(column.Take([])));
        });
    }

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];
}
