using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Clusters;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class ClusterFormTests
{
    private static (int[] Clusters, double[] Distances, double[] Doubts) Assign(IAssignsClusters form, Table rows)
    {
        var (clusters, distances, doubts) = (new int[rows.RowCount], new double[rows.RowCount], new double[rows.RowCount]);
        form.Assign(rows, clusters, distances, doubts);
        return (clusters, distances, doubts);
    }

    [Fact]
    public void Points_Rows_GoToTheNearestPointsCluster()
    {
        // Places 4.5, 8, 7 and, missing, 0: as near to 4 as to 10 is the first cluster's.
        var (clusters, distances, doubts) = Assign(new PointClustersForm(ClusterForms.Points), ClusterForms.Rows(14.5, 18, 17, double.NaN));
        Assert.Equal([0, 1, 0, 0], clusters);
        Assert.Equal([0.5 / 0.5, 2 / 2.0, 3 / 0.5, 0], distances);
        Assert.Equal([0.25 / 30.25, 4 / 16.0, 1, 0], doubts);
    }

    [Fact]
    public void Points_BeyondTheReachOfThePoint_IsOfNone()
    {
        var form = new PointClustersForm(ClusterForms.Points with { Reaches = [1, 1, 1, 1, 0.25, double.PositiveInfinity] });
        Assert.Equal([0, -1, 1, -1], Assign(form, ClusterForms.Rows(14.25, 14.5, 1e6, 8.5)).Clusters);
    }

    [Fact]
    public void Points_OneCluster_IsNeverInDoubt()
    {
        var form = new PointClustersForm(new(ClusterForms.Space, [0, 0], [1], [1]));
        Assert.Equal([0, 0], Assign(form, ClusterForms.Rows(10, 1e300)).Doubts);
    }

    [Fact]
    public void Mixture_Rows_GoToTheMostProbable()
    {
        // At place (1, 1): y1 = 1, y2 = 0.5 + 2 = 2.5, so 1 + 6.25 = 7.25 from the first; 2 x -3 = -6 and 1, so 37 from the second.
        Table rows = new([new NumberColumn("Tenure", [11]), new NumberColumn("Age", [50])]);
        var (clusters, distances, doubts) = Assign(new MixtureClustersForm(ClusterForms.Mixture), rows);
        Assert.Equal([0], clusters);
        Assert.Equal(Math.Sqrt(7.25), distances[0], 1e-12);
        Assert.Equal(Math.Exp((-2 - (37 / 2.0)) - (-1 - (7.25 / 2))), doubts[0], 1e-12);
    }

    [Fact]
    public void Mixture_Diagonal_LooksAtEachAxisAlone()
    {
        Table rows = new([new NumberColumn("Tenure", [11, 14]), new NumberColumn("Age", [50, 40])]);
        var (clusters, distances, _) = Assign(new MixtureClustersForm(ClusterForms.Diagonal), rows);
        Assert.Equal([0, 1], clusters);
        Assert.Equal([Math.Sqrt(1 + 4), 0], distances);
    }

    [Fact]
    public void Assign_TooLittleRoom_SaysWhatIsNeeded()
    {
        var fault = Assert.Throws<ArgumentException>(() => new PointClustersForm(ClusterForms.Points).Assign(ClusterForms.Rows(1, 2), new int[2], new double[1], new double[2]));
        Assert.Equal("There is room for 2 clusters, 1 distances and 2 doubts of 2 rows. Give room for one of each a row. (Parameter 'clusters')", fault.Message);
    }

    [Fact]
    public void MakePoints_Unsound_SaysWhatIsWrong()
    {
        static string Text(PointClusters state) => Assert.Throws<ArtifactException>(() => new PointClustersForm(state)).Message;
        var sound = ClusterForms.Points;
        const string Lengths = "Form 'point_clusters' has 12 places of 2 inputs for the {0} points of 2 clusters. Give at least one cluster, at least one point each, and one place for each point and input.";
        Assert.Equal(Lengths.Replace("{0}", "5", StringComparison.Ordinal), Text(sound with { Counts = [4, 1] }));
        Assert.Equal(Lengths.Replace("{0}", "6", StringComparison.Ordinal), Text(sound with { Counts = [6, 0] }));
        Assert.Equal("Form 'point_clusters' has 1 spreads for 2 clusters, and 0 reaches for 6 points. Give a spread a cluster, and a reach a point or none at all.", Text(sound with { Spreads = [1] }));
        Assert.Equal("A place of form 'point_clusters' is not within 1000000 of 0. Make the model again.", Text(sound with { Points = [0, 0, 1, 0, 2, 0, 3, 0, 4, 0, double.NaN, 0] }));
        Assert.Equal("A spread of form 'point_clusters' is not a finite number above 0. Make the model again.", Text(sound with { Spreads = [1, 0] }));
        Assert.Equal("A reach of form 'point_clusters' is not 0 or more. Make the model again.", Text(sound with { Reaches = [1, 1, 1, 1, 1, -1] }));
    }

    [Fact]
    public void MakeMixture_Unsound_SaysWhatIsWrong()
    {
        static string Text(MixtureClusters state) => Assert.Throws<ArtifactException>(() => new MixtureClustersForm(state)).Message;
        var sound = ClusterForms.Mixture;
        Assert.Equal("Form 'mixture_clusters' has 4 means, 6 factors and 1 spreads for 2 clusters of 2 inputs. Give 4 means, 6 factors, a spread a cluster, and at least one cluster.", Text(sound with { Spreads = [1] }));
        Assert.Equal(
            "A logarithm of form 'mixture_clusters' is not finite, a mean is not within 1000000 of 0, or a factor not within 1E+100. Make the model again.",
            Text(sound with { Factors = [1, 0, 1, 1, 0, 1e101] }));
        Assert.Equal("A spread of form 'mixture_clusters' is not a finite number above 0. Make the model again.", Text(sound with { Spreads = [1, double.NaN] }));
    }
}
