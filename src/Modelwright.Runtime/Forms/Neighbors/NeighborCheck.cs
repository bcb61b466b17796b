using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>What has to hold of points and forests, whoever made them; after it no number read from a file is used unchecked.</summary>
internal static class NeighborCheck
{
    private const string Form = "neighbors";

    /// <summary>Trees and leaves are numbered together in 32 bits.</summary>
    private const int MostDepth = 24;

    internal static void Check(NeighborPoints points)
    {
        points.Space.Check(Form);
        var expected = (long)points.Count * points.Space.Inputs.Count;
        if (points.Count < 1 || points.Values.Length != expected || points.Candidates < 1)
        {
            throw new ArtifactException($"Form '{Form}' has {points.Values.Length} places for {points.Count} points of {points.Space.Inputs.Count} inputs, and looks at {points.Candidates} candidates. Give one place for each point and input, and at least one point and candidate.");
        }

        foreach (var place in points.Values)
        {
            if (!(Math.Abs(place) <= NeighborSpace.Farthest))
            {
                throw new ArtifactException($"A place of form '{Form}' is not within {NeighborSpace.Farthest:0} of 0. Make the model again.");
            }
        }

        if (points.Forest is { } forest)
        {
            Check(forest, points.Count);
        }
    }

    private static void Check(PointForest forest, int points)
    {
        var trees = forest.Trees(points);
        if (forest.Depth is < 0 or > MostDepth || points >> forest.Depth == 0 || trees == 0 || forest.Order.Length != (long)trees * points)
        {
            throw new ArtifactException($"The forest of form '{Form}' orders {forest.Order.Length} points in trees of depth {forest.Depth}, for {points} points. Give whole trees of which no leaf is empty.");
        }

        var cuts = (long)trees * forest.CutsOfTree;
        if (forest.First.Length != cuts || forest.Second.Length != cuts || forest.Cuts.Length != cuts || ((long)trees << (forest.Depth + 1)) > int.MaxValue)
        {
            throw new ArtifactException($"The forest of form '{Form}' has {forest.First.Length}, {forest.Second.Length} and {forest.Cuts.Length} numbers for {cuts} cuts of {trees} trees. Give one of each for every cut.");
        }

        if (!AreWithin(forest.Order, points) || !AreWithin(forest.First, points) || !AreWithin(forest.Second, points) || !Array.TrueForAll(forest.Cuts, float.IsFinite))
        {
            throw new ArtifactException($"The forest of form '{Form}' names a point outside the {points} there are, or a cut that is not finite. Make the model again.");
        }
    }

    private static bool AreWithin(int[] numbers, int count)
    {
        foreach (var number in numbers)
        {
            if ((uint)number >= (uint)count)
            {
                return false;
            }
        }

        return true;
    }
}
