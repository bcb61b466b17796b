using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Whether an ensemble can be explained, where its rows start from, and what each input adds to its raw scores.</summary>
internal sealed class TreeExplanation
{
    private readonly TreeEnsemble _ensemble;
    private readonly TreeScorer _scorer;
    private readonly Lazy<string?> _fault;
    private readonly Lazy<double[]> _base;

    internal TreeExplanation(TreeEnsemble ensemble, TreeScorer scorer)
    {
        (_ensemble, _scorer) = (ensemble, scorer);
        _fault = new(Fault);
        _base = new(Means);
    }

    internal string? Unexplained => _fault.Value;

    /// <summary>The mean raw scores over the training rows of the leaves; not to be changed.</summary>
    internal double[] Base => Unexplained is { } fault ? throw new InvalidOperationException(fault) : _base.Value;

    /// <summary>What each input adds to the raw scores.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Rows x scores x inputs; overwritten.</param>
    internal void Explain(Table rows, Span<double> output)
    {
        _ = Base;
        var explainer = new TreeExplainer(_ensemble, _scorer.Width);
        var (inputs, bound) = (_ensemble.Inputs.Count, _scorer.Inputs.Bind(rows));
        var size = Math.Min(explainer.BlockRows, rows.RowCount);
        var values = new double[size * inputs];
        for (var start = 0; start < rows.RowCount; start += size)
        {
            var block = values.AsSpan(0, Math.Min(size, rows.RowCount - start) * inputs);
            bound.Fill(start, Math.Min(size, rows.RowCount - start), block);
            explainer.Explain(block, _scorer.Divisors, output.Slice(start * inputs * _ensemble.Outputs, block.Length * _ensemble.Outputs));
        }
    }

    /// <summary>What each input adds to the answers.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="answers">Carries contributions over.</param>
    /// <param name="output">Rows x classes x inputs; overwritten.</param>
    internal void Explain(Table rows, AnswerContributions answers, Span<double> output)
    {
        var scores = new double[rows.RowCount * _ensemble.Outputs * _ensemble.Inputs.Count];
        Explain(rows, scores);
        answers.Fill(scores, output);
    }

    private string? Fault()
    {
        if (_ensemble.Trees.Any(tree => tree.NodeCount > 0 && tree.Covers.Length == 0))
        {
            return "The trees do not hold how many training rows ended in each leaf, which exact contributions are weighed by: the package is of an older release. Train again to get them.";
        }

        return _ensemble.Trees.Any(tree => TreePaths.Depth(tree) > TreeExplainer.MostDepth)
            ? FormattableString.Invariant($"A tree asks more than {TreeExplainer.MostDepth} questions on the way to a leaf; exact contributions would take too long. Train with a smaller depth to get them.")
            : null;
    }

    private double[] Means()
    {
        var means = new double[_ensemble.Outputs];
        for (var tree = 0; tree < _ensemble.Trees.Count; tree++)
        {
            var paths = new TreePaths(_ensemble.Trees[tree]);
            for (var value = 0; value < _scorer.Width; value++)
            {
                means[_scorer.Width == 1 ? tree % means.Length : value] += paths.Mean(_scorer.Width, value);
            }
        }

        for (var output = 0; output < means.Length; output++)
        {
            means[output] = _scorer.Start[output] + (means[output] / _scorer.Divisors[output]);
        }

        return means;
    }
}
