namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// Scores rows in chunks: all rows of a chunk through one tree, then the next tree. A row's sum is always taken in the order
/// of the trees, so it does not depend on the chunk.
/// </summary>
internal sealed class TreeScorer
{
    private readonly Tree[] _trees;
    private readonly double[] _start;
    private readonly int _width;
    private readonly double[] _divisors;
    private readonly TreeLayouts _layouts;

    internal TreeScorer(string form, TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        Inputs = new(form, ensemble.Inputs);
        Outputs = ensemble.Outputs;
        _trees = [.. ensemble.Trees];
        _start = ensemble.Base.Length == 0 && Outputs > 0 ? new double[Outputs] : ensemble.Base;
        _width = EnsembleCheck.Check(form, ensemble, _start);
        _divisors = new double[Outputs];
        for (var output = 0; output < Outputs; output++)
        {
            var trees = _width == 1 ? (_trees.Length + Outputs - 1 - output) / Outputs : _trees.Length;
            _divisors[output] = ensemble.IsAverage && trees > 0 ? trees : 1;
        }

        _layouts = new(_trees, Inputs.All, _width);
    }

    internal FormInputs Inputs { get; }

    internal int Outputs { get; }

    /// <summary>Values a leaf.</summary>
    internal int Width => _width;

    /// <summary>For each output, what is added to it besides the trees.</summary>
    internal ReadOnlySpan<double> Start => _start;

    /// <summary>For each output, what the sum of its trees is divided by.</summary>
    internal ReadOnlySpan<double> Divisors => _divisors;

    /// <summary>Raw scores of a chunk whose values are filled in.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs; overwritten.</param>
    internal void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        scores.Clear();
        var rows = scores.Length / Outputs;
        if (rows >= ManyRows.FewestRows)
        {
            _layouts.Many.Add(values, scores, Outputs);
        }
        else if (rows > 0)
        {
            AddSingle(_layouts.Single(rows), values, scores);
        }

        for (var place = 0; place < scores.Length; place++)
        {
            var output = place % Outputs;
            scores[place] = _start[output] + (scores[place] / _divisors[output]);
        }
    }

    /// <summary>Lets go of what was laid out for many rows.</summary>
    internal void ReleaseLayouts() => _layouts.Release();

    private void AddSingle(RowLayout? layout, ReadOnlySpan<double> values, Span<double> scores)
    {
        if (layout is null)
        {
            AddTreeByTree(values, scores);
            return;
        }

        var inputs = Inputs.All.Count;
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            layout.AddRow(values.Slice(start, inputs), scores.Slice(score, Outputs));
        }
    }

    private void AddTreeByTree(ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = Inputs.All.Count;
        for (var tree = 0; tree < _trees.Length; tree++)
        {
            if (_width == 1)
            {
                AddOne(_trees[tree], values, inputs, scores[(tree % Outputs)..]);
            }
            else
            {
                AddAll(_trees[tree], values, inputs, scores);
            }
        }
    }

    private void AddOne(Tree tree, ReadOnlySpan<double> values, int inputs, Span<double> scores)
    {
        var leaves = tree.Leaves;
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            scores[score] += leaves[tree.LeafOf(values.Slice(start, inputs))];
        }
    }

    private void AddAll(Tree tree, ReadOnlySpan<double> values, int inputs, Span<double> scores)
    {
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            var leaf = tree.LeafOf(values.Slice(start, inputs)) * Outputs;
            for (var output = 0; output < Outputs; output++)
            {
                scores[score + output] += tree.Leaves[leaf + output];
            }
        }
    }
}
