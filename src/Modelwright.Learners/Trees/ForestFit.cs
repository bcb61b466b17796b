using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees;

/// <summary>Grows the trees of a forest on several threads; tree t depends on the seed and t alone.</summary>
internal sealed class ForestFit
{
    /// <summary>More than a node and a leaf of one value take.</summary>
    private const int BytesPerLeaf = 50;

    /// <summary>Leaves grow step by step, for twice as large leaves may be far fewer than half as many.</summary>
    private const double MostGrowth = 3;

    private readonly FitContext _context;
    private readonly IReadOnlyList<string> _classes;
    private readonly ForestTarget _target;
    private readonly BinnedColumn[] _columns;
    private readonly Tree?[] _trees;
    private readonly Lock _progressLock = new();
    private ForestSettings _settings;
    private readonly double _mostRows;
    private int _last = -1;
    private int _done;
    private volatile bool _isLate;

    private ForestFit(TrainingSet data, ForestSettings settings, FitContext context)
    {
        (_settings, _context, _classes) = (settings, context, data.Classes);
        _target = new(data);
        _columns = Bin(data.Features);
        _trees = new Tree?[settings.Trees];
        _mostRows = Math.Min(_target.Rows, ForestParameters.RandomForest.MinSamplesLeaf.Maximum);
    }

    /// <summary>Fits a forest.</summary>
    /// <param name="data">Checked data.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="context">The context.</param>
    /// <returns>The form, and the setting that repeats it: as many trees as it has, and leaves as large as its size asks for.</returns>
    public static (IForm Form, ForestSettings Decided) Run(TrainingSet data, ForestSettings settings, FitContext context)
    {
        var fit = new ForestFit(data, settings, context);
        fit.GrowFirst();
        fit.GrowAll();
        context.Cancellation.ThrowIfCancellationRequested();
        Tree[] trees = [.. fit._trees.TakeWhile(tree => tree is not null).OfType<Tree>()];
        return (fit.Form(trees), fit._settings with { Trees = trees.Length });
    }

    private BinnedColumn[] Bin(Table features)
    {
        Column[] varying = [.. features.Columns.Where(ColumnChecks.Varies)];
        var binned = new BinnedColumn[varying.Length];
        Parallel.For(0, varying.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Threads }, position =>
        {
            if (!_context.Cancellation.IsCancellationRequested)
            {
                binned[position] = varying[position] is NumberColumn numbers
                    ? NumberBins.Of(numbers)
                    : CategoryBins.Of((CategoryColumn)varying[position], _target);
            }
        });
        _context.Cancellation.ThrowIfCancellationRequested();
        return binned;
    }

    /// <summary>
    /// Where the forest could be too large, grows the first tree, with larger leaves until so many of its size fit. How large
    /// trees become depends on how clear the data are, so no estimate before the fit could tell.
    /// </summary>
    private void GrowFirst()
    {
        if (MostBytes() <= _settings.MaxBytes)
        {
            return;
        }

        _last = 0;
        while (!_context.Cancellation.IsCancellationRequested)
        {
            _trees[0] = new TreeGrower(_columns, _target, _settings).Grow(new(_context.Seed, 0), () => MustEnd(isFirst: true));
            var excess = _trees[0] is { } tree ? (double)Form([tree]).Info.Bytes * _trees.Length / _settings.MaxBytes : 0;
            var leaf = _settings.MinSamplesLeaf;
            if (excess <= 1 || leaf >= _mostRows)
            {
                break;
            }

            if (_context.IsLate)
            {
                // One tree is all there will be; no size is asked of it when the fit is repeated.
                _settings = _settings with { MaxBytes = double.PositiveInfinity };
                break;
            }

            _settings = _settings with { MinSamplesLeaf = (int)Math.Min(_mostRows, Math.Max(leaf + 1, Math.Ceiling(leaf * Math.Min(excess, MostGrowth)))) };
        }

        if (_trees[0] is not null)
        {
            Report();
        }
    }

    /// <summary>What the forest would take if every leaf held as few rows as it may.</summary>
    private double MostBytes() => BytesPerLeaf * (1.0 + _target.Width) * _settings.Trees * _target.Rows / _settings.MinSamplesLeaf;

    private void GrowAll()
    {
        var threads = Math.Clamp(_context.Threads, 1, _settings.Trees);
        if (threads == 1)
        {
            GrowSome();
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => GrowSome());
    }

    private void GrowSome()
    {
        var grower = new TreeGrower(_columns, _target, _settings);
        for (var number = Interlocked.Increment(ref _last); number < _trees.Length; number = Interlocked.Increment(ref _last))
        {
            // The first tree is grown to its end however late it is: there is always a usable form.
            var isFirst = number == 0;
            if (MustEnd(isFirst))
            {
                return;
            }

            _trees[number] = grower.Grow(new(_context.Seed, number), () => MustEnd(isFirst));
            if (_trees[number] is not null)
            {
                Report();
            }
        }
    }

    private bool MustEnd(bool isFirst)
    {
        if (!isFirst && !_isLate && _context.IsLate)
        {
            _isLate = true;
        }

        return (_isLate && !isFirst) || _context.Cancellation.IsCancellationRequested;
    }

    private void Report()
    {
        if (_context.Progress is { } progress)
        {
            lock (_progressLock)
            {
                progress(++_done / (double)_trees.Length);
            }
        }
    }

    private IForm Form(Tree[] trees)
    {
        var ensemble = new TreeEnsemble([.. _columns.Select(column => column.Input)], trees) { Outputs = _target.Width, IsAverage = true };
        return _target.IsClassification
            ? new ClassTreesForm(ensemble with { Base = [.. _classes.Select(_ => _target.Doubt / _target.Width)] }, _classes, ProbabilityLink.Identity)
            : new NumberTreesForm(ensemble);
    }
}
