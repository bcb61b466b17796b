using CsCheck;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Tests.Stress.Attacks.Trees;

public sealed class TreeSearchTests
{
    private const double Rounding = 1e-9;

    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static double Distance(TreeFind? find) => find?.Distance ?? double.PositiveInfinity;

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 6)]
    [InlineData(3, 6)]
    [InlineData(5, 4)]
    public void Exact_AnyEnsemble_IsTheNearestOfAllRows(int trees, int leaves) => Seeds.Sample(
        seed =>
        {
            var (row, margin, reaches) = RandomTrees.Row(new Random(seed), trees, inputs: 3, leaves);
            var truth = RandomTrees.Nearest(row, margin, reaches);

            var found = new TreeExactSearch(row, margin, double.PositiveInfinity).Find(100_000, Stop);

            Assert.True(found.HasEnded);
            Assert.Equal(truth, Distance(found.Find), Rounding);
            Assert.True(found.Find is null || margin.Of(row.Trees, found.Find.Point) > 0);
        },
        iter: 100);

    [Theory]
    [InlineData(2, 6)]
    [InlineData(4, 5)]
    [InlineData(9, 4)]
    public void BoundTruthAndGreedy_AnyEnsemble_AreInThatOrder(int trees, int leaves) => Seeds.Sample(
        seed =>
        {
            var (row, margin, reaches) = RandomTrees.Row(new Random(seed), trees, inputs: 3, leaves);
            var truth = RandomTrees.Nearest(row, margin, reaches);

            var greedy = new TreeGreedySearch(row, margin, seed).Find(double.PositiveInfinity, Stop);
            var bound = new CliqueBound(row, margin).Lower(Stop);

            Assert.True(bound <= truth + Rounding, $"bound {bound}, truth {truth}");
            Assert.True(truth <= Distance(greedy) + Rounding, $"truth {truth}, greedy {Distance(greedy)}");
            Assert.True(greedy is null || margin.Of(row.Trees, greedy.Point) > 0);
            Assert.True(greedy is null || Enumerable.Range(0, 3).All(input => reaches[input].Allows(greedy.Point[input]) || double.IsNaN(reaches[input].Own)));
        },
        iter: 100);

    [Fact]
    public void Greedy_OneTree_IsExact() => Seeds.Sample(
        seed =>
        {
            var (row, margin, reaches) = RandomTrees.Row(new Random(seed), 1, inputs: 3, leaves: 12);

            Assert.Equal(RandomTrees.Nearest(row, margin, reaches), Distance(new TreeGreedySearch(row, margin, seed).Find(double.PositiveInfinity, Stop)), Rounding);
        },
        iter: 100);

    [Fact]
    public void Bound_OneTree_IsExact() => Seeds.Sample(
        seed =>
        {
            var (row, margin, reaches) = RandomTrees.Row(new Random(seed), 1, inputs: 3, leaves: 12);

            Assert.Equal(RandomTrees.Nearest(row, margin, reaches), new CliqueBound(row, margin).Lower(Stop), Rounding);
        },
        iter: 100);

    [Fact]
    public void Exact_FewStates_SaysThatItGaveUp()
    {
        var hard = Enumerable.Range(0, 200).Select(seed => RandomTrees.Row(new Random(seed), 9, inputs: 3, leaves: 6))
            .Select(one => new TreeExactSearch(one.Row, one.Margin, double.PositiveInfinity).Find(3, Stop)).ToArray();

        Assert.Contains(hard, found => !found.HasEnded);
        Assert.All(hard.Where(found => !found.HasEnded), found => Assert.Null(found.Find));
    }

    [Fact]
    public void Search_Cancelled_Throws()
    {
        var (row, margin, _) = RandomTrees.Row(new Random(2), 5, inputs: 3, leaves: 6);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => new TreeExactSearch(row, margin, double.PositiveInfinity).Find(1000, stop.Token));
        Assert.Throws<OperationCanceledException>(() => new CliqueBound(row, margin).Lower(stop.Token));
    }

    [Fact]
    public void LeafBox_AnyRow_IsInTheBoxOfItsLeafAlone() => Gen.Select(Seeds, Gen.Int[-1, RandomTrees.Values].Array[3]).Sample((seed, values) =>
    {
        var tree = RandomTrees.Draw(new Random(seed), 3, 9);
        double[] point = [.. values.Select(value => value < 0 ? double.NaN : (double)value)];
        InputReach[] reaches = [.. point.Select(value => InputReach.Number(Modelwright.Stress.Attacks.Rows.NumberReach.Fixed(value)))];
        TreeRow row = new([tree], [LeafBox.Of(tree, [.. Enumerable.Range(0, 3).Select(input => new Core.Learning.FormInput($"x{input}", Core.Data.ColumnType.Number, []))])], reaches);

        Assert.Equal([tree.LeafOf(point)], row.Leaves[0].Select(leaf => leaf.Leaf));
    });

    [Fact]
    public void Levels_AreChangedWhereThatIsCheapest()
    {
        // Level 0 and 1 go left; 2, a missing value and what is not known go right.
        Tree tree = new()
        {
            Feature = [0],
            Threshold = [0],
            Left = [-1],
            Right = [-2],
            MissingLeft = [false],
            CategoryStart = [0],
            CategoryWords = [1],
            CategoryBits = [0b011],
            Leaves = [-1, 1],
        };
        TreeMargin margin = new(0, [tree.Leaves]);
        LeafBox[][] boxes = [LeafBox.Of(tree, [new("plan", Core.Data.ColumnType.Category, ["a", "b", "c"])])];
        TreeRow Row(ulong levels, bool reachesUnknown) => new([tree], boxes, [InputReach.Level(0, levels, reachesUnknown, 1.5)]);

        Assert.Equal(1.5, new TreeExactSearch(Row(0b110, false), margin, double.PositiveInfinity).Find(100, Stop).Find!.Distance);
        Assert.Equal(2, new TreeGreedySearch(Row(0b110, false), margin, 1).Find(double.PositiveInfinity, Stop)!.Point[0]);
        Assert.Equal(1.5, new CliqueBound(Row(0b010, true), margin).Lower(Stop));
        Assert.Equal(double.PositiveInfinity, new CliqueBound(Row(0b010, false), margin).Lower(Stop));
        Assert.Null(new TreeGreedySearch(Row(0b010, false), margin, 1).Find(double.PositiveInfinity, Stop));
    }
}
