using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Sound trees of any shape over two numbers and a category, and rows that meet every edge of them.</summary>
internal sealed class RandomTrees(int seed)
{
    private const int UsualLevels = 150;
    private static readonly double[] Edges = [double.NaN, double.NegativeInfinity, -1, -0.0, 0, 0.5, 1, double.PositiveInfinity];
    private readonly Random _random = new(seed);

    public static FormInput[] Inputs { get; } = InputsOf(UsualLevels);

    /// <summary>Levels of the category.</summary>
    public int Levels { get; init; } = UsualLevels;

    /// <summary>The inputs with that many levels.</summary>
    public FormInput[] Asked => Levels == UsualLevels ? Inputs : InputsOf(Levels);

    /// <summary>A tree of a number of leaves, each of a width.</summary>
    public Tree Next(int leaves, int width)
    {
        var nodes = leaves - 1;
        var (left, right) = (new int[nodes], new int[nodes]);
        List<(int[] Side, int Node)> open = [];
        for (var node = 0; node < nodes; node++)
        {
            if (node > 0)
            {
                var (side, parent) = Take(open);
                side[parent] = node;
            }

            open.Add((left, node));
            open.Add((right, node));
        }

        for (var leaf = 0; nodes > 0 && leaf < leaves; leaf++)
        {
            var (side, parent) = Take(open);
            side[parent] = ~leaf;
        }

        bool[] isCategory = [.. Enumerable.Range(0, nodes).Select(_ => _random.Next(3) == 0)];
        int[] words = [.. isCategory.Select(isSet => isSet ? _random.Next(0, (Levels / 32) + 2) : 0)];
        return new()
        {
            Feature = [.. isCategory.Select(isSet => isSet ? 2 : _random.Next(2))],
            Threshold = [.. isCategory.Select(isSet => isSet ? 0 : Number())],
            Left = left,
            Right = right,
            MissingLeft = [.. isCategory.Select(isSet => !isSet && _random.Next(2) == 0)],
            CategoryStart = [.. isCategory.Select((isSet, node) => isSet ? words.Take(node).Sum() : -1)],
            CategoryWords = words,
            CategoryBits = [.. Enumerable.Range(0, words.Sum()).Select(_ => (uint)_random.NextInt64(1L << 32))],
            Leaves = [.. Enumerable.Range(0, leaves * width).Select(_ => _random.NextDouble() - 0.5)],
            Covers = nodes == 0 ? [] : [.. Enumerable.Range(0, leaves).Select(_ => _random.Next(1, 40))],
        };
    }

    /// <summary>Rows, some of them at the edges.</summary>
    public Table Rows(int count) => new(
    [
        new NumberColumn("first", [.. Enumerable.Range(0, count).Select(_ => Value())]),
        new NumberColumn("second", [.. Enumerable.Range(0, count).Select(_ => Value())]),
        new CategoryColumn("level", Asked[2].Levels, [.. Enumerable.Range(0, count).Select(_ => _random.Next(-1, Levels))]),
    ]);

    private static FormInput[] InputsOf(int levels) =>
    [
        new("first", ColumnType.Number, []),
        new("second", ColumnType.Number, []),
        new("level", ColumnType.Category, [.. Enumerable.Range(0, levels).Select(level => $"level {level}")]),
    ];

    private (int[] Side, int Node) Take(List<(int[] Side, int Node)> open)
    {
        var place = _random.Next(open.Count);
        var taken = open[place];
        open.RemoveAt(place);
        return taken;
    }

    private double Number() => _random.Next(3) == 0 ? Edges[_random.Next(1, Edges.Length)] : (_random.NextDouble() * 3) - 1;

    private double Value() => _random.Next(2) == 0 ? Edges[_random.Next(Edges.Length)] : (_random.NextDouble() * 3) - 1;
}
