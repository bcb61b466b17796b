using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Tests.Stress.Attacks.Trees;

/// <summary>Trees of chance over whole numbers from 0 to 9, so that every row there is can be tried.</summary>
internal static class RandomTrees
{
    public const int Values = 10;

    public static Tree Draw(Random random, int inputs, int leaves)
    {
        var nodes = leaves - 1;
        var (left, right) = (new int[nodes], new int[nodes]);
        var open = new List<(int Node, bool IsLeft)>();
        for (var node = 0; node < nodes; node++)
        {
            if (node > 0)
            {
                var (parent, isLeft) = open[random.Next(open.Count)];
                open.Remove((parent, isLeft));
                (isLeft ? left : right)[parent] = node;
            }

            open.Add((node, true));
            open.Add((node, false));
        }

        for (var leaf = 0; leaf < open.Count; leaf++)
        {
            (open[leaf].IsLeft ? left : right)[open[leaf].Node] = ~leaf;
        }

        T[] Filled<T>(Func<T> make, int count) => [.. Enumerable.Range(0, count).Select(_ => make())];
        return new()
        {
            Feature = Filled(() => random.Next(inputs), nodes),
            Threshold = Filled(() => random.Next(Values - 1) + 0.5, nodes),
            Left = left,
            Right = right,
            MissingLeft = Filled(() => random.Next(2) == 0, nodes),
            CategoryStart = Filled(() => -1, nodes),
            CategoryWords = Filled(() => 0, nodes),
            CategoryBits = [],
            Leaves = Filled(() => Math.Round(random.NextDouble() - 0.5, 3), leaves),
        };
    }

    /// <summary>A row of chance before trees, and what is above 0 where its answer is flipped.</summary>
    public static (TreeRow Row, TreeMargin Margin, NumberReach[] Reaches) Row(Random random, int trees, int inputs, int leaves)
    {
        Tree[] all = [.. Enumerable.Range(0, trees).Select(_ => Draw(random, inputs, leaves))];
        FormInput[] names = [.. Enumerable.Range(0, inputs).Select(input => new FormInput($"x{input}", ColumnType.Number, []))];
        NumberReach[] reaches = [.. Enumerable.Range(0, inputs).Select(_ => Reach(random))];
        TreeMargin margin = new(0, [.. all.Select(tree => tree.Leaves)]);
        TreeRow row = new(all, [.. all.Select(tree => LeafBox.Of(tree, names))], [.. reaches.Select(InputReach.Number)]);
        return (row, margin.Plus(-margin.Of(all, row.Own) - 0.3), reaches);
    }

    /// <summary>The least distance of any row that is flipped, by trying all; infinity for none.</summary>
    public static double Nearest(TreeRow row, TreeMargin margin, NumberReach[] reaches)
    {
        var nearest = double.PositiveInfinity;
        var point = (double[])row.Own.Clone();
        Try(0);
        return nearest;

        void Try(int input)
        {
            if (input == point.Length)
            {
                nearest = margin.Of(row.Trees, point) > 0 ? Math.Min(nearest, row.Distance(point)) : nearest;
                return;
            }

            foreach (var value in Enumerable.Range(0, Values).Select(value => (double)value).Where(reaches[input].Allows).Append(row.Own[input]).Distinct())
            {
                point[input] = value;
                Try(input + 1);
            }
        }
    }

    private static NumberReach Reach(Random random)
    {
        double own = random.Next(Values);
        return random.Next(6) switch
        {
            0 => NumberReach.Fixed(own),
            1 => NumberReach.Fixed(double.NaN),
            2 => new(own, 1 + random.NextDouble(), own, Values - 1, 1),
            _ => new(own, 1 + random.NextDouble(), 0, Values - 1, 1 + random.Next(2)),
        };
    }
}
