using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners.Clustering.Density;
using Modelwright.Learners.Clustering.Genie;
using Modelwright.Learners.Clustering.KMeans;
using Modelwright.Learners.Clustering.Mixture;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;
using Modelwright.Learners.Clustering.Ward;
using Modelwright.Runtime.Forms.Clusters;

namespace Modelwright.Learners.Tests.Clustering;

/// <summary>What holds of every clustering learner.</summary>
public sealed class ClusterLearnerTests
{
    private static readonly ILearner[] Learners = [new KMeansLearner(), new MixtureLearner(), new WardLearner(), new GenieLearner(), new DensityLearner()];

    public static TheoryData<string> Names => [.. Learners.Select(learner => learner.Info.Name)];

    public static TheoryData<string> Hierarchies => [.. Learners.Where(learner => learner is IFitsSeveral).Select(learner => learner.Info.Name)];

    private static Fitted Fit(string name, TrainingSet data, int clusters, FitContext? context = null) =>
        Learner(name).Fit(data, ParameterValues.Default.With("clusters", clusters), context ?? new FitContext { Seed = 5 });

    private static ILearner Learner(string name) => Learners.Single(learner => learner.Info.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_CloudsApart_AreFound(string name)
    {
        var data = Shapes.Clouds(600, 5, seed: 1);
        var (clusters, distances, doubts) = Shapes.Assign(Fit(name, data, 5).Form, data);
        int[] known = [.. Enumerable.Range(0, 600).Where(row => clusters[row] >= 0)];
        Assert.InRange(known.Length, 570, 600);
        Assert.True(Shapes.AreSameParts([.. known.Select(row => row % 5)], [.. known.Select(row => clusters[row])]));
        Assert.All(doubts, doubt => Assert.InRange(doubt, 0, 1));
        Assert.Equal(1, Math.Sqrt(known.Average(row => distances[row] * distances[row])), 0.1);
    }

    [Theory]
    [InlineData("genie")]
    [InlineData("hdbscan")]
    public void Fit_Moons_AreFoundByTheirShape(string name)
    {
        var data = Shapes.Moons(1_000, seed: 2);
        var clusters = Shapes.Assign(Fit(name, data, 2).Form, data).Clusters;
        int[] known = [.. Enumerable.Range(0, 1_000).Where(row => clusters[row] >= 0)];
        Assert.True(Shapes.AreSameParts([.. known.Select(row => row % 2)], [.. known.Select(row => clusters[row])]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_OneOrEightThreads_SameAnswers(string name)
    {
        var data = Shapes.Clouds(1_500, 6, seed: 3, axes: 4, width: 1.5);
        var one = Shapes.Assign(Fit(name, data, 6).Form, data);
        var eight = Shapes.Assign(Fit(name, data, 6, new FitContext { Seed = 5, Threads = 8 }).Form, data);
        Assert.Equal(one.Clusters, eight.Clusters);
        Assert.Equal(one.Distances, eight.Distances);
        Assert.Equal(one.Doubts, eight.Doubts);
    }

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void Fit_RowsInAnotherOrder_SameClusters(string name)
    {
        var data = Shapes.Clouds(400, 4, seed: 4, width: 1.2);
        int[] order = [.. Enumerable.Range(0, 400).OrderBy(row => row * 7919 % 400)];
        var plain = Shapes.Assign(Fit(name, data, 4).Form, data).Clusters;
        var turned = Shapes.Assign(Fit(name, Shapes.Take(data, order), 4).Form, data).Clusters;

        // Sums are taken in another order, and rows at a border may fall to the other side.
        Assert.InRange(plain.Zip(turned).Count(pair => pair.First == pair.Second), 396, 400);
    }

    /// <summary>HDBSCAN is not among them: it counts rows, not weights.</summary>
    [Theory]
    [InlineData("k_means")]
    [InlineData("gaussian_mixture")]
    [InlineData("ward")]
    [InlineData("genie")]
    public void Fit_RowTwice_IsARowOfWeightTwo(string name)
    {
        var data = Shapes.Clouds(240, 4, seed: 6, width: 1.2);
        int[] twice = [.. Enumerable.Range(0, 60)];
        var weighted = data with { Weights = [.. Enumerable.Range(0, 240).Select(row => row < 60 ? 2.0 : 1)] };
        var repeated = Shapes.Assign(Fit(name, Shapes.Take(data, [.. Enumerable.Range(0, 240), .. twice]), 4).Form, data).Clusters;
        var one = Shapes.Assign(Fit(name, weighted, 4).Form, data).Clusters;
        Assert.InRange(repeated.Zip(one).Count(pair => pair.First == pair.Second), 235, 240);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_OneRow_IsOneCluster(string name)
    {
        var data = Shapes.Set([3], [4]);
        var fitted = Fit(name, data, 8);
        var (clusters, distances, doubts) = Shapes.Assign(fitted.Form, data);
        Assert.Equal([0], clusters);
        Assert.Equal([0], distances);
        Assert.Equal([0], doubts);
        Assert.Equal(["8 clusters were asked for and 1 was found: the rows do not bear more of at least 3 rows each. Ask for fewer, or give more rows."], fitted.Report.Warnings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_FewerDifferentRowsThanClusters_GivesFewerAndSaysSo(string name)
    {
        var data = Shapes.Set([.. Enumerable.Range(0, 40).Select(row => row % 2 * 5.0)]);
        var fitted = Fit(name, data, 8);
        Assert.Equal(2, Assert.IsAssignableFrom<IAssignsClusters>(fitted.Form).Clusters);
        Assert.Equal(["8 clusters were asked for and 2 were found: the rows do not bear more of at least 3 rows each. Ask for fewer, or give more rows."], fitted.Report.Warnings);
        Assert.True(Shapes.AreSameParts([.. Enumerable.Range(0, 40).Select(row => row % 2)], Shapes.Assign(fitted.Form, data).Clusters));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_NothingVaries_GivesOneCluster(string name)
    {
        var data = Shapes.Set([1, 1, 1], [2, 2, 2]);
        var fitted = Fit(name, data, 2);
        var (clusters, distances, _) = Shapes.Assign(fitted.Form, data);
        Assert.Equal(1, Assert.IsAssignableFrom<IAssignsClusters>(fitted.Form).Clusters);
        Assert.Equal([0, 0, 0], clusters);
        Assert.Equal([0, 0, 0], distances);
        Assert.NotEmpty(fitted.Report.Warnings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_NoColumn_IsRefused(string name)
    {
        var fault = Assert.Throws<DataException>(() => Fit(name, new(LearningTask.Clustering, new Table([], 5)), 2));
        Assert.Equal($"The training table has no column to learn from. Give learner '{name}' at least one feature, or look at the roles and steps that left none.", fault.Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_ManyColumns_AreLearnedFrom(string name)
    {
        var data = Shapes.Clouds(60, 3, seed: 7, axes: 2_000, width: 0.05);
        var clusters = Shapes.Assign(Fit(name, data, 3).Form, data).Clusters;
        Assert.True(Shapes.AreSameParts([.. Enumerable.Range(0, 60).Select(row => row % 3)], clusters));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_HugeAndTinyValues_AnswersAreFinite(string name)
    {
        var data = Shapes.Set([1e300, -1e300, 1e299, 0, 1e-300, 5, 6, 7], [1e-300, 2e-300, 0, 1e-300, 2e-300, 0, 0, 1]);
        var (_, distances, doubts) = Shapes.Assign(Fit(name, data, 2).Form, data);
        Assert.All(distances, distance => Assert.InRange(distance, 0, double.MaxValue));
        Assert.All(doubts, doubt => Assert.InRange(doubt, 0, 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_Cancelled_Ends(string name)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Fit(name, Shapes.Clouds(300, 3, seed: 8), 3, new FitContext { Cancellation = source.Token }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_DeadlinePassed_StillAnswersAndCanBeRepeated(string name)
    {
        var data = Shapes.Clouds(3_000, 4, seed: 9);
        var late = Fit(name, data, 4, new FitContext { Seed = 5, Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, late.Report.End);
        var repeated = Learner(name).Fit(data, late.Report.Decided, new FitContext { Seed = 5 });
        Assert.Equal(Shapes.Assign(late.Form, data), Shapes.Assign(repeated.Form, data), (left, right) => left.Clusters.SequenceEqual(right.Clusters) && left.Distances.SequenceEqual(right.Distances));
    }

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void FitSeveral_Numbers_AreThoseOfSingleFits(string name)
    {
        var data = Shapes.Clouds(500, 5, seed: 10, width: 1.5);
        ParameterValues[] settings = [.. new[] { 2, 3, 7 }.Select(clusters => ParameterValues.Default.With("clusters", clusters))];
        var several = ((IFitsSeveral)Learner(name)).FitSeveral(data, settings, new FitContext());
        Assert.Equal(settings, several.Select(fitted => fitted.Report.Decided));
        foreach (var (fitted, values) in several.Zip(settings))
        {
            Assert.Equal(Shapes.Assign(Learner(name).Fit(data, values, new FitContext()).Form, data).Distances, Shapes.Assign(fitted.Form, data).Distances);
        }
    }

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void Fit_MoreRowsThanMayBe_SaysHowManyWereDrawn(string name)
    {
        var data = Shapes.Clouds(900, 3, seed: 11);
        var fitted = Learner(name).Fit(data, ParameterValues.Default.With("clusters", 3).With("max_rows", 400), new FitContext());
        Assert.Equal(["The clusters were learned from 400 rows drawn out of 900; the others were assigned to them. Raise max_rows to learn from more of them."], fitted.Report.Warnings);
        var clusters = Shapes.Assign(fitted.Form, data).Clusters;
        int[] known = [.. Enumerable.Range(0, 900).Where(row => clusters[row] >= 0)];
        Assert.InRange(known.Length, 850, 900);
        Assert.True(Shapes.AreSameParts([.. known.Select(row => row % 3)], [.. known.Select(row => clusters[row])]));
    }

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void Form_Points_AreNobodysRowsAndGiveTrainingRowsTheirClusters(string name)
    {
        var data = Shapes.Clouds(2_000, 6, seed: 12, axes: 3, width: 1.4);
        var form = Assert.IsType<PointClustersForm>(Fit(name, data, 6).Form);
        var points = ClusterPoints.Of(data, 20_000, new FitContext());
        var rows = Enumerable.Range(0, points.Count).Select(point => string.Join(';', points.Place(point).ToArray())).ToHashSet();
        var places = form.State.Points.Chunk(3).Select(place => string.Join(';', place)).ToArray();
        Assert.InRange(places.Length, 50, 2_000 / ClusterCut.FewestRows);
        Assert.DoesNotContain(places, rows.Contains);
        Assert.False(form.Info.HoldsRows);
    }

    [Fact]
    public void Groups_OfATree_GiveBackItsLabels()
    {
        var points = ClusterPoints.Of(Shapes.Clouds(2_000, 6, seed: 13, width: 1.4), 20_000, new FitContext());
        var cut = WardTree.Of(points, new FitContext()).Cut(6);
        var form = ReferencePoints.Form(points, cut, new FitContext());
        var clusters = Shapes.Assign(form, Shapes.Clouds(2_000, 6, seed: 13, width: 1.4)).Clusters;
        Assert.InRange(clusters.Zip(cut.Labels).Count(pair => pair.First == pair.Second), 1_980, 2_000);
    }

    [Fact]
    public void Fit_NoiseBetweenClouds_IsOfNoCluster()
    {
        var clouds = Shapes.Clouds(900, 4, seed: 14);
        var random = new Random(15);
        double[][] values = [.. clouds.Features.Columns.Cast<NumberColumn>().Select(column => (double[])[.. Enumerable.Range(0, 900).Select(column.Values.At), .. Enumerable.Range(0, 100).Select(_ => (20 * random.NextDouble()) - 7)])];
        var data = Shapes.Set(values);
        var clusters = Shapes.Assign(Fit("hdbscan", data, 0).Form, data).Clusters;
        Assert.Equal(4, clusters.Max() + 1);
        Assert.InRange(clusters[..900].Count(cluster => cluster < 0), 0, 40);
        Assert.InRange(clusters[900..].Count(cluster => cluster < 0), 60, 100);
        Assert.Equal([-1], Shapes.Assign(Fit("hdbscan", data, 0).Form, Shapes.Set([500], [500])).Clusters);
    }
}
