using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Single;

/// <summary>Grows a tree and cuts it back as far as rows say that were held out inside the fit.</summary>
internal sealed class DecisionTreeFit
{
    /// <summary>A tree is grown to so many times the leaves it may keep: splits that pay only together are found then.</summary>
    private const int GrownPerKept = 4;

    private const int Parts = 5;

    /// <summary>Above so many rows one of the parts is enough; up to them every row is held out once.</summary>
    private const int ManyRows = 50_000;

    private readonly TrainingSet _data;
    private readonly DecisionTreeSettings _settings;
    private readonly FitContext _context;
    private readonly ForestTarget _target;
    private readonly Column[] _varying;
    private readonly BinnedColumn[] _columns;

    /// <summary>Bins the columns.</summary>
    public DecisionTreeFit(TrainingSet data, DecisionTreeSettings settings, FitContext context)
    {
        (_data, _settings, _context) = (data, settings, context);
        _target = new(data);
        _varying = [.. data.Features.Columns.Where(ColumnChecks.Varies)];
        _columns = Bin();
    }

    /// <summary>Fits.</summary>
    /// <returns>The form, the price a leaf it was cut back at, and whether the deadline came before that was settled.</returns>
    public (IForm Form, double Price, bool WasLate) Run()
    {
        int[] all = [.. Enumerable.Repeat(1, _target.Rows)];
        var tree = Grow(_columns, all);
        var steps = WeakestLinks.Cut(tree);
        var first = steps.TakeWhile(step => step.Leaves > _settings.MaxLeaves).Count();
        double[] prices = [.. steps.Skip(first).Select(step => step.Price)];
        var (price, wasLate) = _settings.Errors is { } errors ? Choose(prices, errors) : (Math.Max(prices[0], _settings.Price), false);
        _context.Cancellation.ThrowIfCancellationRequested();
        return (tree.Form(price, _target, _data.Classes), price, wasLate);
    }

    /// <summary>Cross-validation of the prices; each stands for all up to the next one by their geometric mean.</summary>
    private (double Price, bool WasLate) Choose(double[] prices, double errors)
    {
        double[] middles = [.. prices.Select((price, place) => place + 1 < prices.Length ? Math.Sqrt(price * prices[place + 1]) : double.PositiveInfinity)];
        var loss = new HeldOutLoss(middles, _target);
        var held = _target.Rows > ManyRows ? 1 : Math.Min(Parts, _target.Rows);
        var part = Drawn();
        for (var fold = 0; fold < held; fold++)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (_context.IsLate)
            {
                return (loss.IsEmpty ? prices[0] : prices[loss.Choose(errors)], true);
            }

            var draws = Array.ConvertAll(part, own => own == fold ? 0 : 1);
            var tree = Grow(Bin(draws), draws);
            WeakestLinks.Cut(tree);
            loss.Add(tree, draws);
            _context.Progress?.Invoke((fold + 1.0) / held);
        }

        return (prices[loss.Choose(errors)], false);
    }

    private GrownTree Grow(BinnedColumn[] columns, int[] draws) =>
        BestFirstGrower.Grow(columns, _target, draws, _settings.MinSamplesLeaf, GrownPerKept * _settings.MaxLeaves, _context.Cancellation);

    /// <summary>Parts of equal size, drawn the same for every seed: one tree of all rows has no chance in it otherwise.</summary>
    private int[] Drawn()
    {
        var random = new SeededRandom(0, 0);
        var part = new int[_target.Rows];
        for (var row = 0; row < part.Length; row++)
        {
            var other = random.Below(row + 1);
            part[row] = part[other];
            part[other] = row % Parts;
        }

        return part;
    }

    private BinnedColumn[] Bin()
    {
        var binned = new BinnedColumn[_varying.Length];
        Parallel.For(0, binned.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Threads }, position =>
        {
            if (!_context.Cancellation.IsCancellationRequested)
            {
                binned[position] = _varying[position] is NumberColumn numbers ? NumberBins.Of(numbers) : CategoryBins.Of((CategoryColumn)_varying[position], _target);
            }
        });
        _context.Cancellation.ThrowIfCancellationRequested();
        return binned;
    }

    /// <summary>The bins of numbers know nothing of the target; the order of levels must not know it of rows that are held out.</summary>
    private BinnedColumn[] Bin(int[] draws) =>
        [.. _columns.Select((column, position) => _varying[position] is CategoryColumn category ? CategoryBins.Of(category, _target, draws) : column)];
}
