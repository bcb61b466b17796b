using Modelwright.Findings.Inner;
using Modelwright.Profile.Relations;

namespace Modelwright.Selection;

/// <summary>A small model with its scores of held-out rows; knows which of its trees a view touches, so that only those are asked again.</summary>
internal sealed class FoldModel
{
    private readonly SelectionGround _ground;
    private readonly BoostedModel _model;
    private readonly BinnedColumn[] _views;
    private readonly double[][] _scores;
    private readonly double[] _losses;
    private readonly HashSet<int>[][] _cut;

    /// <summary>Scores the rows.</summary>
    public FoldModel(SelectionGround ground, BoostedModel model, BinnedColumn[] views, int[] rows)
    {
        (_ground, _model, _views, Rows) = (ground, model, views, rows);
        _scores = Array.ConvertAll(rows, row => ScoresOf(row));
        _losses = new double[rows.Length];
        var answers = new double[model.Width];
        for (var place = 0; place < rows.Length; place++)
        {
            _losses[place] = ground.Loss(model, _scores[place], rows[place], answers);
        }

        _cut = Array.ConvertAll(model.Trees, trees => trees.Select(CutsOf).ToArray());
    }

    /// <summary>The held-out rows.</summary>
    public int[] Rows { get; }

    /// <summary>The loss of each.</summary>
    public double[] Losses => _losses;

    /// <summary>Whether any tree cuts one of the views.</summary>
    public bool Uses(int[] views) => Array.Exists(_cut, trees => Array.Exists(trees, cuts => cuts.Overlaps(views)));

    /// <summary>Adds what each row's loss rises by where views take their values from other rows.</summary>
    public void AddCost(int[] views, int[] from, Span<double> differences)
    {
        var moved = (BinnedColumn[])_views.Clone();
        foreach (var view in views)
        {
            moved[view] = FoldColumns.Moved(_views[view], Rows, from);
        }

        var touched = Array.ConvertAll(_cut, trees => Enumerable.Range(0, trees.Length).Where(tree => trees[tree].Overlaps(views)).ToArray());
        Span<double> scores = stackalloc double[_model.Start.Length];
        var answers = new double[_model.Width];
        for (var place = 0; place < Rows.Length; place++)
        {
            for (var output = 0; output < scores.Length; output++)
            {
                scores[output] = _scores[place][output];
                foreach (var tree in touched[output])
                {
                    scores[output] += _model.Trees[output][tree].Answer(moved, Rows[place]) - _model.Trees[output][tree].Answer(_views, Rows[place]);
                }
            }

            differences[place] += _ground.Loss(_model, scores, Rows[place], answers) - _losses[place];
        }
    }

    private double[] ScoresOf(int row)
    {
        var scores = new double[_model.Start.Length];
        _model.Score(_views, row, scores);
        return scores;
    }

    private static HashSet<int> CutsOf(BinTree tree)
    {
        var columns = new HashSet<int>();
        tree.AddColumnsTo(columns);
        return columns;
    }
}
