using Modelwright.Learners.Additive.Losses;

namespace Modelwright.Learners.Additive;

/// <summary>
/// One of the models that are averaged: boosts terms in turn on its own rows, and keeps the tables as they were when the loss
/// on the rows it holds out was least.
/// </summary>
/// <remarks>A hot file: its loops are written out.</remarks>
internal sealed class Bag
{
    /// <summary>Rounds without a lower loss after which a bag ends: at most, and at least.</summary>
    private const int MostPatience = 40;
    private const int LeastPatience = 10;

    /// <summary>Rounds times learning rate without a lower loss after which it ends: large steps are soon seen to be vain.</summary>
    private const double VainLearning = 2;

    /// <summary>A loss is lower where it is so by this share of the loss at the start.</summary>
    private const double LeastGain = 1e-4;

    private readonly BoostLoss _loss;
    private readonly GrowRule _rule;
    private readonly int[] _held;
    private readonly int _rows;
    private readonly int _outputs;
    private readonly GrowSpace _space;
    private readonly CutDraw _draw;
    private readonly double[] _start;
    private readonly int _patience;
    private BoostedTerm[] _terms = [];
    private Cell[][] _counts = [];
    private double[][] _tables = [];
    private Cell[] _histogram = [];
    private double[][] _updates = [];
    private double _least;
    private double _margin;
    private int _waited;

    /// <summary>Makes a bag that has learned nothing.</summary>
    public Bag(BoostTarget target, BoostLoss loss, GrowRule rule, int[] held, GrowSpace space, CutDraw draw)
    {
        (_loss, _rule, _held, _space, _draw) = (loss, rule, held, space, draw);
        (_rows, _outputs) = (target.Padded, target.Outputs);
        var weights = (double[])target.Weights.Clone();
        foreach (var row in held)
        {
            weights[row] = 0;
        }

        Slopes = new(target, weights);
        _start = new double[Slopes.Scores.Length];
        _patience = (int)Math.Clamp(VainLearning / rule.LearningRate, LeastPatience, MostPatience);
    }

    /// <summary>Scores and slopes.</summary>
    public RowSlopes Slopes { get; }

    /// <summary>For each term of the stage, the best table so far: outputs x cells.</summary>
    public double[][] Best { get; private set; } = [];

    /// <summary>Whether the held-out loss has long been no lower.</summary>
    public bool HasEnded => _waited >= _patience;

    /// <summary>Starts on other terms from the scores of now.</summary>
    public void Start(BoostedTerm[] terms)
    {
        _terms = terms;
        _counts = [.. terms.Select(Counts)];
        _tables = [.. terms.Select(term => new double[term.Count * _outputs])];
        _updates = [.. terms.Select(term => new double[term.Count * _outputs])];
        Best = [.. _tables.Select(table => (double[])table.Clone())];
        _histogram = new Cell[terms.Max(term => term.Count)];
        Slopes.Scores.CopyTo(_start, 0);
        Advance(terms[0].Cells, new double[terms[0].Count * _outputs]);
        _least = _loss.Mean(Slopes.Scores, _held);
        _margin = LeastGain * _least;
        _waited = 0;
    }

    /// <summary>Adds a tree for each term and output.</summary>
    /// <param name="draws">Whether cuts are drawn.</param>
    /// <param name="cancellation">Asks to end at once; what is done is of no use then.</param>
    public void Round(bool draws, CancellationToken cancellation)
    {
        for (var number = 0; number < _terms.Length && !cancellation.IsCancellationRequested; number++)
        {
            var (term, updates, table) = (_terms[number], _updates[number], _tables[number]);
            Array.Clear(updates);
            for (var output = 0; output < _outputs; output++)
            {
                Fill(term, _counts[number], output);
                term.Grow(_histogram.AsSpan(0, term.Count), _rule, draws ? _draw : null, _space, updates.AsSpan(output * term.Count, term.Count));
            }

            for (var cell = 0; cell < table.Length; cell++)
            {
                table[cell] += updates[cell];
            }

            Advance(term.Cells, updates);
        }

        Judge();
    }

    /// <summary>Goes back to where the held-out loss was least.</summary>
    public void Finish()
    {
        _start.CopyTo(Slopes.Scores, 0);
        for (var number = 0; number < _terms.Length; number++)
        {
            Advance(_terms[number].Cells, Best[number]);
        }
    }

    private void Advance(ushort[] cells, double[] updates) => _loss.Advance(Slopes, cells, updates);

    private void Judge()
    {
        var loss = _loss.Mean(Slopes.Scores, _held);
        if (loss < _least - _margin)
        {
            (_least, _waited) = (loss, 0);
            for (var number = 0; number < _tables.Length; number++)
            {
                _tables[number].CopyTo(Best[number], 0);
            }
        }
        else
        {
            _waited++;
        }
    }

    /// <summary>Cells without sums but with their number of rows, from which each histogram starts.</summary>
    private Cell[] Counts(BoostedTerm term)
    {
        var cells = new Cell[term.Count];
        for (var row = 0; row < _rows; row++)
        {
            cells[term.Cells[row]].Rows += Slopes.Weights[row] > 0 ? 1 : 0;
        }

        return cells;
    }

    private void Fill(BoostedTerm term, Cell[] counts, int output)
    {
        counts.CopyTo(_histogram, 0);
        var cells = term.Cells.AsSpan(0, _rows);
        var gradients = Slopes.Gradients.AsSpan(output * _rows, _rows);
        var hessians = Slopes.Hessians.AsSpan(output * _rows, _rows);
        var histogram = _histogram;
        for (var row = 0; row < cells.Length; row++)
        {
            ref var cell = ref histogram[cells[row]];
            cell.Gradient += gradients[row];
            cell.Hessian += hessians[row];
        }
    }
}
