using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees;

/// <summary>Grows the trees of a forest on several threads; tree t depends on the seed and t alone.</summary>
internal sealed class ForestFit
{
    private readonly ForestSettings _settings;
    private readonly FitContext _context;
    private readonly ForestTarget _target;
    private readonly BinnedColumn[] _columns;
    private readonly Tree?[] _trees;
    private readonly Lock _progressLock = new();
    private int _last = -1;
    private int _done;
    private volatile bool _isLate;

    private ForestFit(TrainingSet data, ForestSettings settings, FitContext context)
    {
        (_settings, _context) = (settings, context);
        _target = new(data);
        _columns = Bin(data.Features);
        _trees = new Tree?[settings.Trees];
    }

    /// <summary>Fits a forest.</summary>
    /// <param name="data">Checked data.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="context">The context.</param>
    /// <returns>The form, and the number of trees it has.</returns>
    public static (IForm Form, int Trees) Run(TrainingSet data, ForestSettings settings, FitContext context)
    {
        var fit = new ForestFit(data, settings, context);
        fit.GrowAll();
        context.Cancellation.ThrowIfCancellationRequested();
        Tree[] trees = [.. fit._trees.TakeWhile(tree => tree is not null).OfType<Tree>()];
        return (fit.Form(trees, data.Classes), trees.Length);
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

    private IForm Form(Tree[] trees, IReadOnlyList<string> classes)
    {
        var ensemble = new TreeEnsemble([.. _columns.Select(column => column.Input)], trees) { Outputs = _target.Width, IsAverage = true };
        return _target.IsClassification
            ? new ClassTreesForm(ensemble, classes, ProbabilityLink.Identity)
            : new NumberTreesForm(ensemble);
    }
}
