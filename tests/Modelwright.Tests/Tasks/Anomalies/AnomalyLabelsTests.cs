using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Tests.Tasks.Anomalies;

public sealed class AnomalyLabelsTests
{
    [Theory]
    [InlineData("true", "false")]
    [InlineData("TRUE", "False")]
    [InlineData("yes", "no")]
    [InlineData("1", "0")]
    [InlineData("fault", "running")]
    [InlineData("pump 7", "normal")]
    [InlineData(" fraud ", "genuine")]
    public void Of_TwoWords_TheOneThatMarksAnomaliesIsTold(string strange, string usual)
    {
        var labels = AnomalyLabels.Of(Column(usual, null, strange, usual, null), positive: null);

        Assert.Equal(strange.Trim(), labels.Strange);
        Assert.Equal([2], labels.Rows.Strange);
        Assert.Equal([0, 3], labels.Rows.Usual);
        Assert.Equal((2, false), (labels.Unknown, labels.AreEnough));
    }

    [Fact]
    public void Of_CaseThatDiffers_IsOneValue()
    {
        var labels = AnomalyLabels.Of(Column("True", "true", "FALSE", "TRUE"), positive: null);
        Assert.Equal([0, 1, 3], labels.Rows.Strange.Order());
        Assert.Equal([2], labels.Rows.Usual);
    }

    [Theory]
    [InlineData("b", "b")]
    [InlineData("B", "b")]
    [InlineData("a", "a")]
    public void Of_ValueTold_Holds(string positive, string strange) =>
        Assert.Equal(strange, AnomalyLabels.Of(Column("a", "b", null), positive).Strange);

    [Fact]
    public void Of_OneKindAlone_IsThatKind()
    {
        var (strange, usual) = (AnomalyLabels.Of(Column("yes", null, "yes"), null), AnomalyLabels.Of(Column("ok", null, "ok"), null));
        Assert.Equal([0, 2], strange.Rows.Strange);
        Assert.Equal([0, 2], usual.Rows.Usual);
        Assert.Equal(("yes", null), (strange.Strange, usual.Strange));
        Assert.Equal([1], AnomalyLabels.Of(Column(null, "x"), "x").Rows.Strange);
        Assert.Equal([1], AnomalyLabels.Of(Column(null, "x"), "y").Rows.Usual);
    }

    [Theory]
    [InlineData("a,b", "Column 'fault' has two values: 'a' (1 row), 'b' (1 row), and it cannot be told from the words which of them marks an anomaly. Say so with --positive a or --positive b, or write true and false.")]
    [InlineData("true,yes,yes", "Column 'fault' has two values: 'yes' (2 rows), 'true' (1 row), and it cannot be told from the words which of them marks an anomaly. Say so with --positive true or --positive yes, or write true and false.")]
    [InlineData("1,-1", "Column 'fault' has two values: '-1' (1 row), '1' (1 row), and it cannot be told from the words which of them marks an anomaly. Say so with --positive -1 or --positive 1, or write true and false.")]
    [InlineData("odd one,,odd one", "Column 'fault' has one value: 'odd one' (2 rows), and it cannot be told from the word whether it marks an anomaly. Say so with --positive odd one if it does, or write true and false.")]
    [InlineData(",,", "Column 'fault' labels no row: none of its 3 values is there. Label a few anomalies and a few usual rows, or leave --target out.")]
    [InlineData("low,high,low,mid", "Column 'fault' has 3 different values: 'low' (2 rows), 'high' (1 row), 'mid' (1 row). Labels of anomalies are two, one for anomalies and one for usual rows, and empty where it is not known. Merge the values, or name another column with --target.")]
    [InlineData("2026-01-01,2026-01-02,2026-01-03,2026-01-04,2026-01-05,2026-01-06,2026-01-07", "Column 'fault' has 7 different values: '2026-01-01' (1 row), '2026-01-02' (1 row), '2026-01-03' (1 row), '2026-01-04' (1 row), '2026-01-05' (1 row) and 2 more. Labels of anomalies are two, one for anomalies and one for usual rows, and empty where it is not known. Merge the values, or name another column with --target.")]
    [InlineData("the left pump made a noise since this morning,it stopped,ok", "Column 'fault' has 3 different values: 'it stopped' (1 row), 'ok' (1 row), 'the left pump made a noise since this mo…' (1 row). Labels of anomalies are two, one for anomalies and one for usual rows, and empty where it is not known. Merge the values, or name another column with --target.")]
    public void Of_WhatCannotBeTold_SaysWhatWasFoundAndWhatToDo(string cells, string error)
    {
        var column = Column([.. cells.Split(',').Select(cell => cell.Length == 0 ? null : cell)]);
        Assert.Equal(error, Assert.Throws<DataException>(() => AnomalyLabels.Of(column, positive: null)).Message);
    }

    [Fact]
    public void Of_ValueToldThatIsNotThere_SaysWhatThereIs()
    {
        var error = Assert.Throws<OptionsException>(() => AnomalyLabels.Of(Column("broken", "works", "works"), "brokn"));
        Assert.Equal("--positive brokn: column 'fault' has no such value. Did you mean 'broken'? It has 'works' (2 rows), 'broken' (1 row). Name the one that marks an anomaly.", error.Message);
    }

    /// <summary>Every row is of one of three kinds, and of each kind at most so many are learned from, in their order.</summary>
    [Fact]
    public void ToLearnFrom_ManyRows_AreSomeOfEachKind()
    {
        Gen.Int[0, 2].Array[1, 9_000].Where(kinds => kinds.Any(kind => kind > 0)).Sample(kinds =>
        {
            var labels = AnomalyLabels.Of(new CategoryColumn("fault", ["no", "yes"], [.. kinds.Select(kind => kind - 1)]), positive: null);
            var some = labels.ToLearnFrom(seed: 3);
            Assert.Equal(kinds.Length, labels.Rows.Strange.Count + labels.Rows.Usual.Count + labels.Unknown);
            Assert.Equal(Math.Min(2_500, kinds.Count(kind => kind == 2)), some.Strange.Count);
            Assert.Equal(Math.Min(2_500, kinds.Count(kind => kind == 1)), some.Usual.Count);
            Assert.All(some.Strange, row => Assert.Equal(2, kinds[row]));
            Assert.Equal(some.Strange.Distinct().Order(), some.Strange);
        }, iter: 20);
    }

    private static CategoryColumn Column(params string?[] cells) => CategoryColumn.FromTexts("fault", cells);
}
