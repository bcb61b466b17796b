using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Profile.Relations;

namespace Modelwright.Tests.Profile.Depth;

public sealed class DepthProfilerTests
{
    private const int Rows = 900;
    private readonly Random _random = new(2);

    private static ProfileDepth Look(params Column[] columns)
    {
        var table = new Table(columns);
        var profile = Profiler.Inspect(table, new() { Target = table.TryGet("label", out _) ? "label" : null }, TestContext.Current.CancellationToken);
        return DepthProfiler.Inspect(table, profile, TestContext.Current.CancellationToken);
    }

    private static NumberColumn Numbers(string name, Func<int, double> of) => new(name, [.. Enumerable.Range(0, Rows).Select(of)]);

    private static CategoryColumn Levels(string name, Func<int, string?> of) => CategoryColumn.FromTexts(name, [.. Enumerable.Range(0, Rows).Select(of)]);

    private static Finding Single(ProfileDepth depth, string kind) => Assert.Single(depth.Findings, finding => finding.Kind == kind);

    [Fact]
    public void Inspect_EvenNumbers_AreSpreadEvenly()
    {
        var depth = Look(Numbers("value", row => (row * 7 % Rows) + 0.5));
        var column = Assert.Single(depth.Columns);

        Assert.All(column.Histogram, bin => Assert.InRange(bin.Count, 44, 46));
        Assert.Equal(("0.5", "899.5"), (column.Histogram[0].From, column.Histogram[^1].To));
        Assert.Equal(Rows, column.Histogram.Sum(bin => bin.Count));
        Assert.Equal(450, column.Quantiles[5], 0.001);
        Assert.Equal(0, column.Skew!.Value, 0.001);
        Assert.Empty(depth.Findings);
    }

    // The third standardised moment of a fair part p of ones is (1 - 2p) / sqrt(p (1 - p)).
    [Fact]
    public void Skew_OfOnesAndZeros_IsByItsFormula() =>
        Assert.Equal((1 - 0.2) / Math.Sqrt(0.1 * 0.9), Look(Numbers("value", row => row % 10 == 0 ? 1 : 0)).Columns[0].Skew!.Value, 1e-4);

    [Fact]
    public void Inspect_Relations_AreOneForACopyAndNothingForNoise()
    {
        var depth = Look(Levels("copy", row => row % 3 == 0 ? "a" : "b"), Numbers("noise", _ => _random.Next(5)), Levels("label", row => row % 3 == 0 ? "yes" : "no"));

        Assert.InRange(depth.Columns[0].Power!.Value, 0.99, 1);
        Assert.Equal(1, depth.Columns[0].MutualInformation!.Value, 0.001);
        Assert.InRange(depth.Columns[1].Power!.Value, 0, 0.01);
        Assert.InRange(depth.Columns[1].MutualInformation!.Value, 0, 0.01);
        Assert.Null(depth.Columns[2].Power);
    }

    // Two fair coins that agree in three of four: 1 + (3/4) log2(3/4) + (1/4) log2(1/4) of one bit.
    [Fact]
    public void MutualInformation_OfTwoCoins_IsByItsFormula()
    {
        ushort[] codes = [.. Enumerable.Range(0, 4_000).Select(row => (ushort)(row % 2))];
        int[] target = [.. Enumerable.Range(0, 4_000).Select(row => row / 2 % 4 == 0 ? 1 - (row % 2) : row % 2)];

        Assert.Equal(1 + (0.75 * Math.Log2(0.75)) + (0.25 * Math.Log2(0.25)), TargetRelations.Of(new BinnedColumn("coin", codes, 2, false, true), target, 2), 0.001);
    }

    [Fact]
    public void Inspect_FarValue_NamesItsRow()
    {
        var finding = Single(Look(Numbers("amount", row => row == 321 ? 1e6 : 10 + (row % 50))), "outliers");

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal("'amount' holds 1 of 900 values beyond -128 … 197; the furthest is 1E+06 in row 322.", finding.Text);
    }

    [Fact]
    public void Inspect_ColumnOnAnotherScale_SaysSo() =>
        Assert.Equal("'metres' says what 'feet' says: their correlation is 1.", Single(Look(Numbers("feet", row => row * 13 % 887), Numbers("metres", row => row * 13 % 887 * 0.3048)), "same_columns").Text);

    [Fact]
    public void Inspect_LevelsUnderOtherNames_SaysSo() =>
        Assert.Equal("'kind' says what 'code' says: their values go together one to one in all rows.", Single(Look(Levels("code", row => $"c{row % 4}"), Levels("kind", row => $"k{row * 3 % 4}")), "same_columns").Text);

    [Fact]
    public void Inspect_GapsInTheSameRows_AreToldOnceWithWhatTheyTell()
    {
        var depth = Look(
            Numbers("first", row => row % 4 == 0 ? double.NaN : _random.Next(50)),
            Numbers("second", row => row % 4 == 0 ? double.NaN : _random.Next(60)),
            Levels("label", row => row % 4 == 0 != _random.NextDouble() < 0.1 ? "yes" : "no"));

        Assert.Equal("2 columns lack values in the very same 225 of 900 rows looked at: 'first', 'second'.", Single(depth, "missing_together").Text);
        Assert.Equal("first", Single(depth, "missing_related").Column);
    }

    [Fact]
    public void Inspect_OtherValuesAtTheEnd_Drift()
    {
        var depth = Look(Numbers("steady", _ => _random.NextDouble()), Numbers("moving", row => _random.NextDouble() + (row / 300.0)));

        Assert.Equal("moving", Single(depth, "drift").Column);
        Assert.True(depth.Columns[1].Drift > 0.25 && depth.Columns[0].Drift < 0.25);
    }

    // Tables of the chi-square distribution: 3.841 at 5 % and 1 degree, 21.666 at 1 % and 9 degrees.
    [Theory]
    [InlineData(1, 0.05, 3.841)]
    [InlineData(9, 0.01, 21.666)]
    public void Critical_KnownValues_AreNear(int freedom, double chance, double expected) => Assert.Equal(expected, Drifts.Critical(freedom, chance), 0.12);

    [Fact]
    public void Inspect_UnitThatChanges_SaysWhereAndByWhat()
    {
        var finding = Single(Look(Numbers("price", row => (10 + (20 * _random.NextDouble())) * (row < 500 ? 1 : 100))), "unit_change");

        Assert.Matches("^From about row 50[01] on 'price' is about (9[0-9]|10[0-9]|110)(\\.[0-9])? times as large as before, and otherwise spread as before.$", finding.Text);
    }

    [Fact]
    public void Inspect_SlowRise_IsNoUnitChange() =>
        Assert.DoesNotContain(Look(Numbers("warmth", row => (1 + (row / 100.0)) * (1 + _random.NextDouble()))).Findings, finding => finding.Kind == "unit_change");

    [Fact]
    public void Inspect_EqualInputsAndOtherLabels_CountTheErrorsThatMustBe()
    {
        var depth = Look(Levels("size", row => $"s{row % 10}"), Levels("label", row => row % 10 == 0 && row / 10 % 3 == 0 ? "yes" : row % 10 < 5 ? "no" : "yes"));

        Assert.Equal("90 of 900 rows, in 1 groups, are equal in every input and differ in 'label': whatever is trained, 30 of them (3.33 %) are answered wrong.", Single(depth, "conflicting_labels").Text);
    }

    [Fact]
    public void Inspect_AnyTable_IsNoFault()
    {
        Assert.Empty(Look(new NumberColumn("none", (double[])[])).Findings);
        Assert.Equal(3, Look(new NumberColumn("huge", [1.5e308, -1.5e308, double.NaN, 0])).Columns.Single().Histogram.Sum(bin => bin.Count));
    }
}
