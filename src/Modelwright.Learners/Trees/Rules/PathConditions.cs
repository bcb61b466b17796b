using Modelwright.Runtime.Forms.Rules;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>The way from the root of a tree to a node, as conditions on different inputs.</summary>
internal static class PathConditions
{
    /// <summary>The conditions, by input.</summary>
    public static IReadOnlyList<RuleCondition> Of(Tree tree, int child, IReadOnlyList<BinnedColumn> columns)
    {
        var conditions = new SortedDictionary<int, RuleCondition>();
        for (var parent = Parent(tree, child); parent >= 0; parent = Parent(tree, parent))
        {
            var input = tree.Feature[parent];
            var known = conditions.TryGetValue(input, out var other) ? other : All(input, columns[input]);
            conditions[input] = Narrowed(known, tree, parent, tree.Left[parent] == child);
            child = parent;
        }

        return [.. conditions.Values];
    }

    private static int Parent(Tree tree, int child) => Math.Max(Array.IndexOf(tree.Left, child), Array.IndexOf(tree.Right, child));

    private static RuleCondition All(int input, BinnedColumn column)
    {
        var levels = new uint[column.IsCategory ? (column.Count + 31) / 32 : 0];
        for (var code = 0; column.IsCategory && code < column.Count; code++)
        {
            levels[code / 32] |= 1U << (code % 32);
        }

        return new(input) { HoldsMissing = true, Levels = levels };
    }

    private static RuleCondition Narrowed(RuleCondition known, Tree tree, int node, bool isLeft)
    {
        if (tree.CategoryStart[node] < 0)
        {
            var hasMissing = known.HoldsMissing && tree.MissingLeft[node] == isLeft;
            return isLeft
                ? known with { AtMost = Math.Min(known.AtMost, tree.Threshold[node]), HoldsMissing = hasMissing }
                : known with { Above = Math.Max(known.Above, tree.Threshold[node]), HoldsMissing = hasMissing };
        }

        var set = tree.CategoryBits.AsSpan(tree.CategoryStart[node], tree.CategoryWords[node]);
        var levels = new uint[known.Levels.Length];
        for (var word = 0; word < levels.Length; word++)
        {
            var inside = word < set.Length ? set[word] : 0;
            levels[word] = known.Levels[word] & (isLeft ? inside : ~inside);
        }

        return known with { Levels = levels, HoldsMissing = known.HoldsMissing && !isLeft };
    }
}
