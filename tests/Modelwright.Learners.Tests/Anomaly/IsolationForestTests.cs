using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Isolation;
using Modelwright.Runtime.Forms.Anomalies.Isolation;

namespace Modelwright.Learners.Tests.Anomaly;

public sealed class IsolationForestTests
{
    private static readonly IsolationForestLearner Learner = new();

    /// <summary>Liu, Ting &amp; Zhou 2008, section 3: an isolated row has a path near 1 and a score near 1, rows that nothing tells apart score 0.5.</summary>
    [Fact]
    public void Score_AloneAndAmongMany_AreThoseOfThePaper()
    {
        double[] values = [.. Enumerable.Range(0, 255).Select(row => row / 255.0), 1e9];
        var scores = Rows.FitAndScore(Learner, Rows.Of(values));
        Assert.InRange(scores[255], 0.9, 0.95);
        Assert.All(Rows.FitAndScore(Learner, Rows.Of([.. Enumerable.Repeat(1.0, 256)])), score => Assert.Equal(0.5, score, 9));
    }

    [Fact]
    public void Fit_Defaults_EveryTreeOf256RowsAndNoDeeperThanEight()
    {
        var forest = Forest(Rows.Cloud(2000, 3, 0), ParameterValues.Default);
        Assert.Equal(100, forest.Roots.Length);
        for (var tree = 0; tree < 100; tree++)
        {
            var (root, end) = (forest.Roots[tree], tree < 99 ? forest.Roots[tree + 1] : forest.Lower.Length);
            Assert.Equal(256, forest.Counts[root..end].Sum());
            Assert.InRange(Depth(forest, root), 1, 8);
        }
    }

    [Fact]
    public void Fit_Thresholds_AreNoValuesOfRows()
    {
        var data = Rows.Cloud(500, 2, 0);
        var values = data.Features.Columns.SelectMany(column => Enumerable.Range(0, 500).Select(row => ((NumberColumn)column).Values.At(row))).ToHashSet();
        var forest = Forest(data, ParameterValues.Default);
        Assert.DoesNotContain(forest.Thresholds.Where((_, node) => forest.Lower[node] != 0), values.Contains);
    }

    /// <summary>Hariri, Kind &amp; Brunner 2019, figure 4: cuts along axes take the empty corner between two clouds for usual, hyperplanes less so.</summary>
    [Fact]
    public void Score_EmptyCornerBetweenTwoClouds_StrangerByHyperplanes()
    {
        var random = new Random(5);
        var (x, y) = (new double[1000], new double[1000]);
        for (var row = 0; row < 1000; row++)
        {
            (x[row], y[row]) = row % 2 == 0 ? (10 + Rows.Normal(random), Rows.Normal(random)) : (Rows.Normal(random), 10 + Rows.Normal(random));
        }

        double Above(string cuts)
        {
            var form = Learner.Fit(Rows.Of(x, y), ParameterValues.Default.With("cuts", cuts).With("trees", 200), new() { Seed = 1 }).Form;
            var usual = Rows.Scores(form, Rows.Of(x, y).Features).Average();
            return Rows.Scores(form, Rows.Of([0, 10], [0, 10]).Features).Min() - usual;
        }

        Assert.True(Above("hyperplane") > Above("axis") + 0.02);
    }

    [Fact]
    public void Fit_Weights_SaysThatTheyAreNotUsed()
    {
        var data = Rows.Cloud(20, 2, 0) with { Weights = [0, .. Enumerable.Repeat(2.0, 19)] };
        var fitted = Learner.Fit(data, ParameterValues.Default, new());
        Assert.Equal("Learner 'isolation_forest' leaves out rows of weight 0 and counts all others alike. Repeat rows that are to count more.", Assert.Single(fitted.Report.Warnings));
    }

    [Fact]
    public void Fit_Deadline_SaysHowManyTrees()
    {
        var fitted = Learner.Fit(Rows.Cloud(50, 2, 0), ParameterValues.Default, new() { Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal("1", fitted.Report.Decided.Texts["trees"]);
        Assert.Equal("The deadline came after 1 of 100 trees. Give the fit more time, or ask for fewer trees.", Assert.Single(fitted.Report.Warnings));
    }

    private static IsolationForest Forest(TrainingSet data, ParameterValues values) =>
        Assert.IsType<IsolationForm>(Learner.Fit(data, values, new() { Seed = 2 }).Form).Forest;

    private static int Depth(IsolationForest forest, int node) =>
        forest.Lower[node] == 0 ? 0 : 1 + Math.Max(Depth(forest, forest.Lower[node]), Depth(forest, forest.Lower[node] + 1));
}
