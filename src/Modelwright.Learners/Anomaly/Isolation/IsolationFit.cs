using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Isolation;

namespace Modelwright.Learners.Anomaly.Isolation;

/// <summary>Grows the trees on several threads; tree t depends on the seed and t alone.</summary>
internal sealed class IsolationFit
{
    private readonly NumberColumn[] _columns;
    private readonly IsolationSettings _settings;
    private readonly FitContext _context;
    private readonly GrownTree?[] _trees;
    private readonly double[] _scales;
    private readonly double[] _centers;
    private readonly int _rows;
    private readonly int _sample;
    private readonly int _width;

    /// <summary>Prepares the fit.</summary>
    public IsolationFit(Table features, IsolationSettings settings, FitContext context)
    {
        (_settings, _context, _rows) = (settings, context, features.RowCount);
        NumberColumn[] varying = [.. features.Columns.OfType<NumberColumn>().Where(ColumnChecks.Varies)];
        _columns = varying.Length > 0 ? varying : [(NumberColumn)features.Columns[0]];
        _sample = settings.Sample(_rows);
        _width = Math.Min(settings.CutColumns, _columns.Length);
        _trees = new GrownTree?[settings.Trees];
        (_centers, _scales) = _width > 1 ? Places() : ([], []);
    }

    /// <summary>The forest of all trees that there was time for; at least one.</summary>
    public IsolationForest Run()
    {
        InTurn.Run(_trees.Length, _context, Grow);
        GrownTree[] trees = [.. _trees.TakeWhile(tree => tree is not null).OfType<GrownTree>()];
        return Join(trees);
    }

    private void Grow(int number)
    {
        var random = new SeededRandom(_context.Seed, number);
        var sample = DrawnRows.Of(_rows, _sample, ref random);
        var values = new double[_columns.Length * sample.Length];
        for (var column = 0; column < _columns.Length; column++)
        {
            _columns[column].Values.Gather(sample, values.AsSpan(column * sample.Length, sample.Length));
        }

        _trees[number] = new IsolationGrower(values, _columns.Length, _scales, _width, random).Grow(_settings.Depth(_sample));
    }

    /// <summary>Centre and 1 over the spread of each column, from as many rows as a tree has, or a few thousand.</summary>
    private (double[] Centers, double[] Scales) Places()
    {
        const int Enough = 10_000;
        var random = new SeededRandom(_context.Seed, -1);
        var rows = DrawnRows.Of(_rows, Math.Min(_rows, Math.Max(Enough, _sample)), ref random);
        var places = new ColumnSpread[_columns.Length];
        Parallel.For(0, places.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Threads }, column => places[column] = ColumnSpread.Of(_columns[column], rows));
        return ([.. places.Select(place => place.Center)], [.. places.Select(place => place.Scale)]);
    }

    private IsolationForest Join(GrownTree[] trees)
    {
        var roots = new int[trees.Length];
        for (var tree = 1; tree < roots.Length; tree++)
        {
            roots[tree] = roots[tree - 1] + trees[tree - 1].Lower.Count;
        }

        return new([.. _columns.Select(column => new FormInput(column.Name, ColumnType.Number, []))], _sample)
        {
            Roots = roots,
            Lower = [.. trees.SelectMany((tree, number) => tree.Lower.Select(lower => lower == 0 ? 0 : lower + roots[number]))],
            Counts = [.. trees.SelectMany(tree => tree.Counts)],
            Thresholds = [.. trees.SelectMany(tree => tree.Thresholds)],
            CutWidth = _width,
            Columns = [.. trees.SelectMany(tree => tree.Columns)],
            Weights = _width > 1 ? [.. trees.SelectMany(tree => tree.Weights)] : [],
            Centers = _centers,
        };
    }
}
