using BenchmarkDotNet.Attributes;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Benchmarks;

/// <summary>Scores rows by trees of many leaves, more of them than a processor's nearest memory holds, on one thread: tree by tree against the form.</summary>
[MemoryDiagnoser]
public class TreeWalking
{
    private const int Columns = 30;
    private readonly double[] _rowMajor = new double[Columns * 10_000];
    private Tree[] _trees = [];
    private double[] _scores = [];
    private Table _table = new([]);
    private NumberTreesForm? _form;

    /// <summary>Rows a call.</summary>
    [Params(1, 10_000)]
    public int Rows { get; set; }

    /// <summary>Leaves a tree.</summary>
    [Params(31, 1000)]
    public int Leaves { get; set; }

    /// <summary>Makes trees and rows by chance.</summary>
    [GlobalSetup]
    public void Make()
    {
        var random = new Random(1);
        _trees = [.. Enumerable.Range(0, 400).Select(_ => Grow(random, Leaves))];
        FormInput[] inputs = [.. Enumerable.Range(0, Columns).Select(column => new FormInput($"column {column}", ColumnType.Number, []))];
        _form = new(new(inputs, _trees));
        var columns = new Column[Columns];
        for (var column = 0; column < Columns; column++)
        {
            var values = new double[Rows];
            for (var row = 0; row < Rows; row++)
            {
                values[row] = _rowMajor[(row * Columns) + column] = random.NextDouble();
            }

            columns[column] = new NumberColumn(inputs[column].Name, values);
        }

        _table = new(columns);
        _scores = new double[Rows];
    }

    /// <summary>Each row down each tree, one step after another.</summary>
    [Benchmark(Baseline = true)]
    public void StepByStep()
    {
        for (var row = 0; row < Rows; row++)
        {
            var values = _rowMajor.AsSpan(row * Columns, Columns);
            var sum = 0.0;
            foreach (var tree in _trees)
            {
                sum += tree.Leaves[tree.LeafOf(values)];
            }

            _scores[row] = sum;
        }
    }

    /// <summary>Our form on a table, columns found by name and gathered.</summary>
    [Benchmark]
    public void Form() => _form!.Predict(_table, _scores);

    // Open ends are cut by chance, so that depths differ as in trees grown leaf by leaf.
    private static Tree Grow(Random random, int leaves)
    {
        var nodes = leaves - 1;
        var (left, right) = (new int[nodes], new int[nodes]);
        var open = new List<(int[] Side, int Parent)>();
        for (var node = 0; node < nodes; node++)
        {
            if (open.Count > 0)
            {
                var place = random.Next(open.Count);
                open[place].Side[open[place].Parent] = node;
                open.RemoveAt(place);
            }

            open.Add((left, node));
            open.Add((right, node));
        }

        for (var leaf = 0; leaf < open.Count; leaf++)
        {
            open[leaf].Side[open[leaf].Parent] = ~leaf;
        }

        return new()
        {
            Feature = [.. Enumerable.Range(0, nodes).Select(_ => random.Next(Columns))],
            Threshold = [.. Enumerable.Range(0, nodes).Select(_ => random.NextDouble())],
            Left = left,
            Right = right,
            MissingLeft = new bool[nodes],
            CategoryStart = [.. Enumerable.Repeat(-1, nodes)],
            CategoryWords = new int[nodes],
            CategoryBits = [],
            Leaves = [.. Enumerable.Range(0, leaves).Select(_ => random.NextDouble())],
        };
    }
}
