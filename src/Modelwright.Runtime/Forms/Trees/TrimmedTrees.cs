namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Leaves out the inputs that no node of any tree asks.</summary>
internal static class TrimmedTrees
{
    /// <summary>The ensemble with fewer inputs; null where every input is asked.</summary>
    internal static TreeEnsemble? Of(TreeEnsemble ensemble)
    {
        var used = new UsedInputs(ensemble.Inputs);
        foreach (var tree in ensemble.Trees)
        {
            foreach (var input in tree.Feature)
            {
                used.Use(input);
            }
        }

        if (used.AreAll)
        {
            return null;
        }

        var places = used.Places();
        return ensemble with { Inputs = used.Kept, Trees = [.. ensemble.Trees.Select(tree => Moved(tree, places))] };
    }

    private static Tree Moved(Tree tree, int[] places) => new()
    {
        Feature = Array.ConvertAll(tree.Feature, input => places[input]),
        Threshold = tree.Threshold,
        Left = tree.Left,
        Right = tree.Right,
        MissingLeft = tree.MissingLeft,
        CategoryStart = tree.CategoryStart,
        CategoryWords = tree.CategoryWords,
        CategoryBits = tree.CategoryBits,
        Leaves = tree.Leaves,
        Covers = tree.Covers,
    };
}
