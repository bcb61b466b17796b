using System.Globalization;
using System.Text;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Exporting.Sql;

/// <summary>Decision trees as nested CASE expressions.</summary>
internal static class SqlTrees
{
    /// <summary>What a tree adds to an output.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="inputs">What stands for each input.</param>
    /// <param name="value">Which value of a leaf, and how many there are.</param>
    internal static string Of(Tree tree, IReadOnlyList<string> inputs, (int Place, int Width) value)
    {
        if (tree.NodeCount == 0)
        {
            return SqlText.Number(tree.Leaves[value.Place]);
        }

        // Written without recursion: a tree may be deeper than the stack.
        var text = new StringBuilder();
        var open = new Stack<object>();
        open.Push(0);
        while (open.TryPop(out var next))
        {
            if (next is string words)
            {
                text.Append(words);
            }
            else if ((int)next is var node && node < 0)
            {
                text.Append(SqlText.Number(tree.Leaves[(~node * value.Width) + value.Place]));
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"CASE WHEN {Condition(tree, node, inputs)} THEN ");
                open.Push(" END");
                open.Push(tree.Right[node]);
                open.Push(" ELSE ");
                open.Push(tree.Left[node]);
            }
        }

        return text.ToString();
    }

    private static string Condition(Tree tree, int node, IReadOnlyList<string> inputs)
    {
        var input = inputs[tree.Feature[node]];
        if (tree.CategoryStart[node] < 0)
        {
            var below = $"{input} <= {SqlText.Number(tree.Threshold[node])}";
            return tree.MissingLeft[node] ? $"{input} IS NULL OR {below}" : below;
        }

        int[] codes = [.. Enumerable.Range(0, tree.CategoryWords[node] * 32).Where(code => Holds(tree, node, code))];
        return codes.Length == 0 ? "1 = 0" : $"{input} IN ({string.Join(", ", codes.Select(code => SqlText.Number(code)))})";
    }

    private static bool Holds(Tree tree, int node, int code) => (tree.CategoryBits[tree.CategoryStart[node] + (code >> 5)] >> (code & 31) & 1) != 0;
}
