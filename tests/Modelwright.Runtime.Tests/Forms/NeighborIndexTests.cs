using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class NeighborIndexTests
{
    /// <summary>Places on a coarse grid, so that many distances are the same and sums of squares have no rounding.</summary>
    private static readonly Gen<(float[] Points, float[] Rows, int Axes, int Most)> Cases =
        from axes in Gen.Int[1, 19]
        from points in Gen.Int[1, 100]
        from rows in Gen.Int[1, 9]
        from most in Gen.Int[1, points]
        from values in Gen.Int[-3, 3].Array[(points + rows) * axes]
        select (values[..(points * axes)].Select(value => (float)value).ToArray(), values[(points * axes)..].Select(value => (float)value).ToArray(), axes, most);

    [Theory]
    [InlineData(NeighborMetric.Euclidean)]
    [InlineData(NeighborMetric.Manhattan)]
    public void Find_AnyPoints_TheNearestInOrderAndOfTwoAsNearTheFirst(NeighborMetric metric) => Cases.Sample(one =>
    {
        var index = new NeighborIndex(new(Space(one.Axes, metric), one.Points, one.Points.Length / one.Axes));
        var rows = one.Rows.Length / one.Axes;
        var (points, distances) = (new int[rows * one.Most], new double[rows * one.Most]);
        index.Find(Rows(one.Rows, one.Axes), points, distances);
        for (var row = 0; row < rows; row++)
        {
            var place = one.Rows.AsSpan(row * one.Axes, one.Axes).ToArray();
            (double Distance, int Point)[] expected =
            [
                .. Enumerable.Range(0, index.Count)
                    .Select(point => (Distance: Distance(place, one.Points.AsSpan(point * one.Axes, one.Axes), metric), Point: point))
                    .Order()
                    .Take(one.Most),
            ];
            Assert.Equal(expected.Select(neighbor => neighbor.Point), points.Skip(row * one.Most).Take(one.Most));
            Assert.Equal(expected.Select(neighbor => neighbor.Distance), distances.Skip(row * one.Most).Take(one.Most));
        }
    });

    [Fact]
    public void Find_Cosine_LengthsDoNotCount()
    {
        var space = Space(2, NeighborMetric.Cosine);
        var index = new NeighborIndex(new(space, space.Place(Rows([1, 0, 0, 5, 3, 3], 2)), 3));
        var (points, distances) = (new int[6], new double[6]);
        index.Find(Rows([100, 0, 0.5f, 0.6f], 2), points, distances);
        Assert.Equal([0, 2, 1, 2, 1, 0], points);
        Assert.Equal(0, distances[0]);
        Assert.Equal(Math.Sqrt(2 - Math.Sqrt(2)), distances[1], 1e-6);
    }

    [Fact]
    public void Find_ForestWithAllAsCandidates_SameAsExact()
    {
        var exact = new NeighborIndex(NeighborForms.Points());
        var forest = new NeighborIndex(NeighborForms.Points(forest: NeighborForms.Forest) with { Candidates = 6 });
        foreach (var tenure in new[] { -3, 10.4, 12.5, 14.9, 30 })
        {
            var (one, other) = (new int[6], new int[6]);
            var (near, alsoNear) = (new double[6], new double[6]);
            exact.Find(NeighborForms.Row(tenure), one, near);
            forest.Find(NeighborForms.Row(tenure), other, alsoNear);
            Assert.Equal(one, other);
            Assert.Equal(near, alsoNear);
        }
    }

    [Fact]
    public void Find_ForestOfFewCandidates_LooksInTheNearestLeavesFirst()
    {
        var forest = new NeighborIndex(NeighborForms.Points(forest: NeighborForms.Forest));
        var (points, distances) = (new int[2], new double[2]);
        forest.Find(NeighborForms.Row(14.9), points, distances);
        Assert.Equal([5, 4], points);
    }

    [Fact]
    public void Find_MoreThanThereAre_SaysHowMany()
    {
        var index = new NeighborIndex(NeighborForms.Points());
        var fault = Assert.Throws<ArgumentException>(() => index.Find(NeighborForms.Row(1), new int[7], new double[7]));
        Assert.StartsWith("7 neighbours are asked for; there are 6 points. Ask for fewer.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_RoomOfOtherLengths_SaysWhatToGive()
    {
        var index = new NeighborIndex(NeighborForms.Points());
        var fault = Assert.Throws<ArgumentException>(() => index.Find(NeighborForms.Row(1), new int[2], new double[3]));
        Assert.StartsWith("There is room for 2 points and 3 distances of 1 rows. Give the same room for each row.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_OfAnIndex_AreThoseItWasMadeOf()
    {
        Assert.Equal(NeighborForms.Points().Values, new NeighborIndex(NeighborForms.Points()).Points.Values);
        Assert.Equal(NeighborForms.Points().Values, new NeighborIndex(NeighborForms.Points(forest: NeighborForms.Forest)).Points.Values);
    }

    public static TheoryData<string, NeighborPoints> Unsound()
    {
        var sound = NeighborForms.Points();
        var forest = NeighborForms.Forest;
        return new()
        {
            { "Form 'neighbors' has 12 places for 5 points of 2 inputs, and looks at 3 candidates. Give one place for each point and input, and at least one point and candidate.", sound with { Count = 5 } },
            { "Form 'neighbors' has 12 places for 6 points of 2 inputs, and looks at 0 candidates. Give one place for each point and input, and at least one point and candidate.", sound with { Candidates = 0 } },
            { "A place of form 'neighbors' is not within 1000000 of 0. Make the model again.", sound with { Values = [.. sound.Values.Select((value, place) => place == 3 ? float.NaN : value)] } },
            { "Form 'neighbors' has 1 centres and 2 scales for 2 inputs. Give one of each an input.", sound with { Space = sound.Space with { Centers = [0] } } },
            { "A centre of form 'neighbors' is not finite, or a scale is not a finite number of 0 or more. Make the model again.", sound with { Space = sound.Space with { Scales = [1, -1] } } },
            { "The forest of form 'neighbors' orders 12 points in trees of depth 3, for 6 points. Give whole trees of which no leaf is empty.", sound with { Forest = forest with { Depth = 3 } } },
            { "The forest of form 'neighbors' orders 11 points in trees of depth 1, for 6 points. Give whole trees of which no leaf is empty.", sound with { Forest = forest with { Order = forest.Order[1..] } } },
            { "The forest of form 'neighbors' has 2, 1 and 2 numbers for 2 cuts of 2 trees. Give one of each for every cut.", sound with { Forest = forest with { Second = [1] } } },
            { "The forest of form 'neighbors' names a point outside the 6 there are, or a cut that is not finite. Make the model again.", sound with { Forest = forest with { First = [0, 6] } } },
        };
    }

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Make_UnsoundPoints_SaysWhatIsWrong(string expected, NeighborPoints points) =>
        Assert.Equal(expected, Assert.Throws<ArtifactException>(() => new NeighborIndex(points)).Message);

    private static NeighborSpace Space(int axes, NeighborMetric metric)
    {
        FormInput[] inputs = [.. Enumerable.Range(0, axes).Select(axis => new FormInput($"x{axis}", ColumnType.Number, []))];
        return new(inputs, new double[axes], [.. Enumerable.Repeat(1.0, axes)], metric);
    }

    private static Table Rows(float[] values, int axes) => new(
        [.. Enumerable.Range(0, axes).Select(axis => new NumberColumn($"x{axis}", [.. Enumerable.Range(0, values.Length / axes).Select(row => (double)values[(row * axes) + axis])]))]);

    private static double Distance(float[] place, ReadOnlySpan<float> other, NeighborMetric metric)
    {
        var sum = 0.0;
        for (var axis = 0; axis < place.Length; axis++)
        {
            var difference = Math.Abs(place[axis] - other[axis]);
            sum += metric == NeighborMetric.Manhattan ? difference : difference * difference;
        }

        return metric == NeighborMetric.Manhattan ? sum : Math.Sqrt(sum);
    }
}
