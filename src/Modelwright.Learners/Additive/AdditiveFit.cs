using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Additive.Losses;
using Modelwright.Learners.Additive.Pairs;

namespace Modelwright.Learners.Additive;

/// <summary>Fits an additive model: shapes first, then tables for the pairs that the shapes leave most over for.</summary>
internal sealed class AdditiveFit
{
    /// <summary>Columns among which pairs are looked for: the strongest.</summary>
    private const int MostPaired = 60;

    /// <summary>Part of the rounds, as progress shows it, that is spent on shapes.</summary>
    private const double ShapeShare = 0.75;

    /// <summary>The largest answer of a leaf to classes before the learning rate, in log odds.</summary>
    private const double MostStep = 4;

    private readonly AdditiveSettings _settings;
    private readonly FitContext _context;
    private readonly BoostTarget _target;
    private readonly BoostLoss _loss;
    private readonly GrowRule _rule;
    private readonly BinnedInput[] _inputs;
    private readonly Bag[] _bags;
    private readonly AdditiveTables _tables;
    private readonly IReadOnlyList<string> _classes;

    private AdditiveFit(TrainingSet data, AdditiveSettings settings, FitContext context)
    {
        (_settings, _context, _classes) = (settings, context, data.Classes);
        _target = new(data);
        _loss = BoostLoss.Of(_target);
        _rule = new(settings.LearningRate, settings.MinSamplesLeaf, _target.Classes > 0 ? MostStep : double.PositiveInfinity);
        _inputs = Bin(data.Features);
        var most = _inputs.Max(input => input.Count);
        _bags = [.. HeldOut.Of(_target, settings.OuterBags, context.Seed).Select((held, bag) => new Bag(_target, _loss, _rule, held, new(most), new(context.Seed, bag)))];
        _tables = new(_target, _inputs, settings.MinSamplesLeaf);
    }

    /// <summary>Fits a model.</summary>
    /// <param name="data">Checked data.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="context">The context.</param>
    /// <returns>The form, and the setting that repeats it: rounds and pairs as the deadline had them.</returns>
    public static (IForm Form, AdditiveSettings Decided) Run(TrainingSet data, AdditiveSettings settings, FitContext context)
    {
        var fit = new AdditiveFit(data, settings, context);
        var (rounds, isLate) = fit.FitShapes();
        var decided = isLate ? settings with { Rounds = rounds } : settings;
        decided = fit.FitPairs(decided);
        return (fit._tables.Form(fit._classes), decided);
    }

    private BinnedInput[] Bin(Table features)
    {
        Column[] varying = [.. features.Columns.Where(ColumnChecks.Varies)];
        var binned = new BinnedInput[varying.Length];
        Parallel.For(0, varying.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Threads }, position =>
        {
            if (!_context.Cancellation.IsCancellationRequested)
            {
                binned[position] = BinnedInput.Of(varying[position], _target, _settings.Bins);
            }
        });
        _context.Cancellation.ThrowIfCancellationRequested();
        return binned;
    }

    private (int Rounds, bool IsLate) FitShapes()
    {
        BoostedTerm[] terms = [.. _inputs.Select(input => new BoostedColumn(input))];
        var done = new BoostStage(_bags, _context).Run(terms, _settings.Rounds, _settings.Smoothing, Progress(0, _settings.Pairs > 0 ? ShapeShare : 1));
        _tables.AddShapes(_bags);
        return done;
    }

    /// <summary>Fits pairs where there is time; the setting with what came of it.</summary>
    private AdditiveSettings FitPairs(AdditiveSettings settings)
    {
        if (settings.Pairs == 0 || _inputs.Length < 2)
        {
            return settings;
        }

        if (_context.IsLate)
        {
            return settings with { Pairs = 0 };
        }

        PairParts[] parts = [.. _inputs.Select(input => PairParts.Of(input, _target.Rows))];
        var found = new PairRanking(_inputs, parts, Leftovers(), _target.Rows).Best(Paired(), settings.Pairs, _rule, _context);
        if (_context.IsLate)
        {
            return settings with { Pairs = 0 };
        }

        BoostedPair[] pairs = [.. found.Select(pair => BoostedPair.Of(_inputs, parts, pair.First, pair.Second))];
        if (pairs.Length == 0)
        {
            return settings;
        }

        var (rounds, isLate) = new BoostStage(_bags, _context).Run(pairs, settings.PairRounds, 0, Progress(ShapeShare, 1 - ShapeShare));
        _tables.AddPairs(_bags, pairs);
        return isLate ? settings with { PairRounds = rounds } : settings;
    }

    /// <summary>What the mean of the bags leaves over on all rows.</summary>
    private RowSlopes Leftovers()
    {
        var slopes = new RowSlopes(_target, _target.Weights);
        for (var place = 0; place < slopes.Scores.Length; place++)
        {
            var sum = 0.0;
            foreach (var bag in _bags)
            {
                sum += bag.Slopes.Scores[place];
            }

            slopes.Scores[place] = sum / _bags.Length;
        }

        _loss.Advance(slopes, _inputs[0].Bins, new double[_inputs[0].Count * _target.Outputs]);
        return slopes;
    }

    private int[] Paired()
    {
        var strengths = _inputs.Length > MostPaired ? _tables.Strengths() : [];
        int[] all = [.. Enumerable.Range(0, _inputs.Length)];
        return strengths.Length == 0 ? all : [.. all.OrderByDescending(input => strengths[input]).Take(MostPaired).Order()];
    }

    private Action<double> Progress(double start, double share) => done => _context.Progress?.Invoke(start + (share * done));
}
