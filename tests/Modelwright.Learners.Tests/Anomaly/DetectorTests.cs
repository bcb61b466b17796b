using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Components;
using Modelwright.Learners.Anomaly.Covariance;
using Modelwright.Learners.Anomaly.Histogram;
using Modelwright.Learners.Anomaly.Isolation;
using Modelwright.Learners.Anomaly.Tails;

namespace Modelwright.Learners.Tests.Anomaly;

/// <summary>What holds for every detector that keeps no rows.</summary>
public sealed class DetectorTests
{
    private static readonly ILearner[] Detectors = [new IsolationForestLearner(), new EcodLearner(), new HistogramLearner(), new PrincipalComponentsLearner(), new RobustCovarianceLearner()];

    public static TheoryData<string, string> Settings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var learner in Detectors)
            {
                foreach (var values in learner.Recommend(new(LearningTask.Anomalies, 1000, 5, 0, 0)))
                {
                    data.Add(learner.Info.Name, string.Join(',', values.Texts.Select(pair => $"{pair.Key}={pair.Value}")));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Fit_EightThreads_SameBitsAsOne(string name, string setting)
    {
        var (learner, values) = Of(name, setting);
        var data = Rows.Cloud(700, 6, 10);
        Assert.Equal(Rows.FitAndScore(learner, data, values), Rows.FitAndScore(learner, data, values, threads: 8));
    }

    [Fact]
    public void Fit_RowsThatStandOut_AreAmongTheStrangest() => Assert.All(Detectors, learner =>
    {
        var scores = Rows.FitAndScore(learner, Rows.Cloud(600, 4, 12));
        var least = scores[^12..].Order().ElementAt(1);
        Assert.InRange(scores[..^12].Count(score => score >= least), 0, 20);
    });

    [Theory]
    [MemberData(nameof(Settings))]
    public void Strangeness_OneColumnOut_ItHasTheLargestPart(string name, string setting)
    {
        var (learner, values) = Of(name, setting);
        var data = Rows.Cloud(600, 4, 0);
        var form = learner.Fit(data, values, new() { Seed = 3 }).Form;
        for (var column = 0; column < 4; column++)
        {
            double[] row = [0.1, -0.1, 0.2, 0];
            row[column] = 9;
            var parts = Rows.Parts(form, new([.. row.Select((value, place) => new NumberColumn($"x{place}", [value]))]));
            Assert.All(parts, part => Assert.True(part >= 0 && double.IsFinite(part)));
            Assert.Equal(column, Array.IndexOf(parts, parts.Max()));
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Fit_FewRows_Sound(string name, string setting)
    {
        var (learner, values) = Of(name, setting);
        foreach (var rows in new[] { 1, 2, 3, 5 })
        {
            Assert.All(Rows.FitAndScore(learner, Rows.Cloud(rows, 7, 0), values), score => Assert.True(double.IsFinite(score)));
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Fit_ColumnsThatDoNotVary_ChangeNothingOfTheOrder(string name, string setting)
    {
        var (learner, values) = Of(name, setting);
        var data = Rows.Cloud(300, 3, 5);
        var with = data with { Features = data.Features.With(new NumberColumn("same", [.. Enumerable.Repeat(4.0, 300)])) };
        Assert.All(Rows.FitAndScore(learner, data, values).Zip(Rows.FitAndScore(learner, with, values)), pair => Assert.Equal(pair.First, pair.Second, 9));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Fit_AllRowsAlike_ScoresThemAlike(string name, string setting)
    {
        var (learner, values) = Of(name, setting);
        var data = Rows.Of([.. Enumerable.Repeat(3.0, 50)], [.. Enumerable.Repeat(-1e300, 50)]);
        Assert.Single(Rows.FitAndScore(learner, data, values).Distinct());
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Fit_ExtremeNumbers_GiveFiniteScores(string name, string setting)
    {
        var (learner, values) = Of(name, setting);
        double[] huge = [.. Enumerable.Range(0, 40).Select(row => row % 3 == 0 ? double.MaxValue : row % 3 == 1 ? -double.MaxValue : row)];
        double[] tiny = [.. Enumerable.Range(0, 40).Select(row => row * double.Epsilon)];
        Assert.All(Rows.FitAndScore(learner, Rows.Of(huge, tiny), values), score => Assert.True(double.IsFinite(score)));
    }

    private static (ILearner Learner, ParameterValues Values) Of(string name, string setting) =>
        (Detectors.Single(learner => learner.Info.Name == name),
         ParameterValues.From(setting.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => KeyValuePair.Create(text.Split('=')[0], text.Split('=')[1]))));
}
