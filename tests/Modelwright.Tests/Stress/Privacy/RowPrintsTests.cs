using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Stress.Privacy;

namespace Modelwright.Tests.Stress.Privacy;

public sealed class RowPrintsTests
{
    private static readonly Gen<(double Number, string? Level, string? Text, long Ticks)[]> Rows = Gen.Select(
        Gen.OneOf(Gen.Const(double.NaN), Gen.Const(0.0), Gen.Const(-0.0), Gen.Double), One<string?>("a", "b", null), One<string?>("", "x", null), One(0, 5, TimeColumn.Missing)).Array[1, 30];

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static Table Of((double Number, string? Level, string? Text, long Ticks)[] rows, string[] levels) => new(
    [
        new NumberColumn("number", [.. rows.Select(row => row.Number)]),
        new CategoryColumn("level", levels, [.. rows.Select(row => Array.IndexOf(levels, row.Level))]),
        new TextColumn("text", [.. rows.Select(row => row.Text)]),
        new TimeColumn("time", [.. rows.Select(row => row.Ticks)]),
    ]);

    [Fact]
    public void Of_RowsOfOneTable_AreEqualWhereTheirCellsAre() => Rows.Sample(rows =>
    {
        var prints = RowPrints.Of(Of(rows, ["a", "b"]), ["number", "level", "text", "time"], CancellationToken.None);
        for (var one = 0; one < rows.Length; one++)
        {
            for (var other = 0; other < rows.Length; other++)
            {
                // -0 equals 0, and NaN, which is missing, itself.
                var isSame = (rows[one].Number.Equals(rows[other].Number) || rows[one].Number == rows[other].Number)
                    && rows[one].Level == rows[other].Level && rows[one].Text == rows[other].Text && rows[one].Ticks == rows[other].Ticks;
                Assert.Equal(isSame, prints[one] == prints[other]);
            }
        }
    });

    [Fact]
    public void Of_OtherOrderOfLevels_SamePrints() => Rows.Sample(rows =>
        Assert.Equal(
            RowPrints.Of(Of(rows, ["a", "b"]), ["level", "text"], CancellationToken.None),
            RowPrints.Of(Of(rows, ["unused", "b", "a"]), ["level", "text"], CancellationToken.None)));
}
