using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Reading;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Writes trees out: one line a leaf, with all that a row must be to end there.</summary>
internal sealed class TreeText(TreeEnsemble ensemble, Func<double[], int, string> answer)
{
    /// <summary>Leaves of all trees.</summary>
    internal static FormParts Parts(TreeEnsemble ensemble) => new(ensemble.Trees.Sum(tree => tree.LeafCount), "leaves");

    /// <summary>The lines of trees that answer a number.</summary>
    internal static IEnumerable<string> Lines(TreeEnsemble ensemble) => new TreeText(ensemble, (leaf, _) => ensemble.Trees.Count == 1
        ? ReadableNumber.Of(leaf[0] + Start(ensemble, 0))
        : $"{ReadableNumber.Signed(leaf[0])}").All();

    /// <summary>The lines of trees that answer classes.</summary>
    internal static IEnumerable<string> Lines(TreeEnsemble ensemble, IReadOnlyList<string> classes, ProbabilityLink link) => new TreeText(ensemble, (leaf, tree) =>
    {
        if (ensemble.Trees.Count > 1 || leaf.Length < ensemble.Outputs)
        {
            var output = ensemble.Outputs == 1 ? classes[^1] : classes[tree % ensemble.Outputs];
            return leaf.Length == 1 ? $"{ReadableNumber.Signed(leaf[0])} for {output}" : string.Join(", ", leaf.Select((score, label) => $"{ReadableNumber.Signed(score)} for {classes[label]}"));
        }

        var shares = new double[classes.Count];
        ClassScores.ToProbabilities([.. leaf.Select((score, label) => score + Start(ensemble, label))], shares, classes.Count, link);
        return ReadableText.Shares(classes, shares);
    }).All();

    private static double Start(TreeEnsemble ensemble, int output) => ensemble.Base.Length == 0 ? 0 : ensemble.Base[output];

    private IEnumerable<string> All()
    {
        var hasMark = false;
        for (var tree = 0; tree < ensemble.Trees.Count; tree++)
        {
            if (ensemble.Trees.Count > 1)
            {
                yield return FormattableString.Invariant($"tree {tree + 1} of {ensemble.Trees.Count}{(ensemble.IsAverage ? ", of which the mean is taken" : ", which are added up")}:");
            }

            foreach (var line in Leaves(tree))
            {
                hasMark |= line.Contains(InputRange.OrMissing, StringComparison.Ordinal);
                yield return line;
            }
        }

        if (hasMark)
        {
            yield return InputRange.Footnote;
        }
    }

    private IEnumerable<string> Leaves(int number)
    {
        var tree = ensemble.Trees[number];
        var width = tree.Leaves.Length / tree.LeafCount;
        var open = new Stack<(int Child, OrderedDictionary<int, InputRange> Path)>();
        open.Push((tree.NodeCount == 0 ? -1 : 0, []));
        while (open.TryPop(out var next))
        {
            var (child, path) = next;
            if (child < 0)
            {
                var values = tree.Leaves[(~child * width)..((~child + 1) * width)];
                yield return path.Count == 0 ? answer(values, number) : $"if {string.Join(" and ", path.Values)}: {answer(values, number)}";
                continue;
            }

            open.Push((tree.Right[child], With(path, tree, child, isLeft: false)));
            open.Push((tree.Left[child], With(path, tree, child, isLeft: true)));
        }
    }

    private OrderedDictionary<int, InputRange> With(OrderedDictionary<int, InputRange> path, Tree tree, int node, bool isLeft)
    {
        var position = tree.Feature[node];
        var input = ensemble.Inputs[position];
        var range = path.TryGetValue(position, out var known) ? known : InputRange.All(input);
        range = input.Type == ColumnType.Category
            ? range.Choose(code => tree.Holds(node, code), isLeft)
            : range.Cut(tree.Threshold[node], isLeft, tree.MissingLeft[node] == isLeft);
        return new(path) { [position] = range };
    }
}
