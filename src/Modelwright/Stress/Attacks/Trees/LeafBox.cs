using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A leaf with all that a row must be to end there.</summary>
/// <param name="Leaf">0-based leaf of its tree.</param>
/// <param name="Cuts">One an input that is asked on the way, by ascending input.</param>
internal sealed record LeafBox(int Leaf, Cut[] Cuts)
{
    /// <summary>Levels that fit in the bits of a cut.</summary>
    public const int MostLevels = 64;

    /// <summary>All leaves of a tree.</summary>
    public static LeafBox[] Of(Tree tree, IReadOnlyList<FormInput> inputs)
    {
        var found = new List<LeafBox>(tree.LeafCount);
        var open = new Stack<(int Child, Cut[] Cuts)>();
        open.Push((tree.NodeCount == 0 ? -1 : 0, []));
        while (open.TryPop(out var next))
        {
            if (next.Child < 0)
            {
                found.Add(new(~next.Child, next.Cuts));
                continue;
            }

            var isLevels = inputs[tree.Feature[next.Child]].Type == ColumnType.Category;
            open.Push((tree.Right[next.Child], With(next.Cuts, isLevels ? Set(tree, next.Child, isLeft: false) : Side(tree, next.Child, isLeft: false))));
            open.Push((tree.Left[next.Child], With(next.Cuts, isLevels ? Set(tree, next.Child, isLeft: true) : Side(tree, next.Child, isLeft: true))));
        }

        return [.. found];
    }

    private static Cut Side(Tree tree, int node, bool isLeft)
    {
        var all = Cut.Anything(tree.Feature[node]);
        return isLeft
            ? all with { High = tree.Threshold[node], HoldsMissing = tree.MissingLeft[node] }
            : all with { Low = Math.BitIncrement(tree.Threshold[node]), HoldsMissing = !tree.MissingLeft[node] };
    }

    private static Cut Set(Tree tree, int node, bool isLeft)
    {
        var levels = 0UL;
        for (var word = 0; word < Math.Min(2, tree.CategoryWords[node]); word++)
        {
            levels |= (ulong)tree.CategoryBits[tree.CategoryStart[node] + word] << (32 * word);
        }

        return Cut.Anything(tree.Feature[node]) with { Levels = isLeft ? levels : ~levels, HoldsMissing = !isLeft };
    }

    private static Cut[] With(Cut[] cuts, Cut cut)
    {
        var place = Array.FindIndex(cuts, other => other.Input >= cut.Input);
        return place < 0 ? [.. cuts, cut]
            : cuts[place].Input == cut.Input ? [.. cuts[..place], cuts[place].Meet(cut), .. cuts[(place + 1)..]]
            : [.. cuts[..place], cut, .. cuts[place..]];
    }
}
