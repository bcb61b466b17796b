using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Explain;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Tests.Explain;

public sealed class EffectsTests
{
    // Effects are rounded to six digits.
    private const double Tolerance = 1e-4;

    private static readonly Table Rows = KnownModels.Rows(500);

    [Fact]
    public void Of_LinearColumn_HasItsSlopeBothWays()
    {
        var effect = Assert.Single(Of(KnownModels.Sum).Of("b"));

        Assert.Equal("number", effect.Kind);
        Assert.Null(effect.Output);
        var (first, last) = (effect.Points[0], effect.Points[^1]);
        Assert.Equal(-3 * (last.Value!.Value - first.Value!.Value), last.Mean - first.Mean, Tolerance);
        Assert.Equal(-3 * (last.Value!.Value - first.Value!.Value), last.Accumulated - first.Accumulated, Tolerance);
        Assert.All(effect.Points, point => Assert.InRange(point.Mean, point.Lower, point.Upper));
        Assert.Equal(1, effect.Points.Sum(point => point.Share), Tolerance);
    }

    [Fact]
    public void Of_ColumnWithoutASay_IsFlat() =>
        Assert.All(Assert.Single(Of(KnownModels.Sum).Of("c")).Points, point => Assert.Equal(0, point.Accumulated, Tolerance));

    // Two columns that are the same: partial dependence looks where no row is, accumulated effects do not.
    [Fact]
    public void Of_ColumnsThatGoTogether_AccumulatedStaysAmongTheRows()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(row => row / 400.0)];
        var rows = new Table([new NumberColumn("a", values), new NumberColumn("b", values), new NumberColumn("c", values)]);
        var effects = new Effects(new KnownModels.Product(), rows, BaselineStatistics.Of(rows, KnownModels.Schema()), new() { Rows = 400 });
        var points = Assert.Single(effects.Of("a")).Points;

        // On the diagonal the slope of a b along a is b = a, so the effect is half a square; the mean over all b is 0.5 a.
        Assert.Equal(0.5, points[^1].Accumulated - points[0].Accumulated, 0.05);
        Assert.Equal(0.25 * 0.5, points[points.Count / 2].Accumulated - points[0].Accumulated, 0.05);
        Assert.Equal(0.5 * 0.5, points[points.Count / 2].Mean - points[0].Mean, 0.05);
    }

    [Fact]
    public void Of_Levels_ComeByTheirMeanAnswer()
    {
        var tree = new Tree
        {
            Feature = [0, 0],
            Threshold = [0, 0],
            Left = [~0, ~1],
            Right = [1, ~2],
            MissingLeft = [false, false],
            CategoryStart = [0, 1],
            CategoryWords = [1, 1],
            CategoryBits = [0b001, 0b010],
            Leaves = [5, 1, 3],
        };
        var rows = new Table([CategoryColumn.FromTexts("level", [.. Enumerable.Range(0, 90).Select(row => row % 3 == 0 ? "x" : row % 3 == 1 ? "y" : "z")])]);
        var form = new NumberTreesForm(new([new("level", ColumnType.Category, ((CategoryColumn)rows["level"]).Levels)], [tree]));
        var schema = new Schema([new("level", ColumnType.Category)]);
        var effect = Assert.Single(new Effects(form, rows, BaselineStatistics.Of(rows, schema)).Of("level"));

        Assert.Equal(["y", "z", "x"], effect.Points.Select(point => point.Level));
        Assert.Equal([1, 3, 5], effect.Points.Select(point => point.Mean));
        Assert.Equal([-2, 0, 2], effect.Points.Select(point => Math.Round(point.Accumulated, 3)));
    }

    [Fact]
    public void Of_TwoColumns_StrengthIsZeroForASumAndNotForAProduct()
    {
        var sum = Of(KnownModels.Sum).Of("a", "b")!;
        var product = Of(new KnownModels.Product()).Of("a", "b")!;

        Assert.Equal(0, sum.Strength, Tolerance);
        Assert.InRange(product.Strength, 0.05, 0.2);
        Assert.Equal(product.FirstPoints.Count * product.SecondPoints.Count, product.Means.Count);
        Assert.Equal(product.Means.Max(), product.Means[^1]);
    }

    [Fact]
    public void Of_OneThreadOrTwo_Same() =>
        Assert.Equal(
            Of(KnownModels.Odds, threads: 1).Of("a").SelectMany(effect => effect.Points),
            Of(KnownModels.Odds, threads: 2).Of("a").SelectMany(effect => effect.Points));

    [Fact]
    public void Of_ColumnThatIsNotRead_NamesTheNearest() =>
        Assert.Equal(
            "The model does not read column 'A'. Did you mean 'a'? It reads: a, b, c.",
            Assert.Throws<OptionsException>(() => Of(KnownModels.Sum).Of("A")).Message);

    [Fact]
    public void Effects_NoRows_SaysWhatIsNeeded() =>
        Assert.Equal(
            "Effects need 10 rows or more, 2 points, 1 class and 1 thread; got 300, 21, 4, 1, and 0 rows of data. Leave the options out for the defaults, and bring rows.",
            Assert.Throws<OptionsException>(() => new Effects(KnownModels.Sum, Rows.Take([]), BaselineStatistics.None)).Message);

    private static Effects Of(IForm form, int threads = 1) => new(form, Rows, BaselineStatistics.Of(Rows, KnownModels.Schema()), new() { Threads = threads });
}
