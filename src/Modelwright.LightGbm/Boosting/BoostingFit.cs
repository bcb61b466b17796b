using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Interop;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.LightGbm.Boosting;

/// <summary>One fit from checked data to a portable form; every native object made here dies here.</summary>
internal sealed class BoostingFit
{
    // Below this many cells waking other threads costs more than they bring; the answer is the same at any number.
    private const long CellsWorthThreads = 50_000;

    private readonly TrainingSet _data;
    private readonly ParameterValues _values;
    private readonly FitContext _context;
    private readonly Column _target;
    private readonly FormInput[] _inputs;
    private readonly BoostingLoss _loss;

    /// <summary>Makes a fit.</summary>
    /// <param name="data">Checked by <see cref="TrainingCheck"/>.</param>
    /// <param name="values">Checked against <see cref="BoostingParameters"/>.</param>
    /// <param name="context">Seed, threads, time and cancellation.</param>
    internal BoostingFit(TrainingSet data, ParameterValues values, FitContext context)
    {
        (_data, _values, _context) = (data, values, context);
        _target = data.Target!;
        _inputs = [.. data.Features.Columns.Select(column => new FormInput(column.Name, column.Type, (column as CategoryColumn)?.Levels ?? []))];
        _loss = LossOf(data.Classes.Count, values);
    }

    private int Outputs => _loss == BoostingLoss.ManyClasses ? _data.Classes.Count : 1;

    internal Fitted Run()
    {
        using var gate = ThreadGate.Enter(Threads(), _context.Cancellation);
        QuietLog.Install();
        var weights = RowWeights.Of(_data.Weights);
        var target = BoostingTarget.Of(_target, weights.Rows, _data.Weights);
        var reader = new FeatureReader(_inputs, _data.Features, weights.Rows);
        var maxBin = _values.Integer(BoostingParameters.MaxBin);
        var bins = NativeSettings.ForBins(maxBin, reader.Categories, gate.Threads);
        using var lease = BinnedLease.Take(
            _data.Features,
            kept => kept.Fits(weights, maxBin),
            () => new BinnedTable(reader, _inputs, weights, maxBin, bins, _context));
        var binned = lease.Binned;
        binned.Training.Set("label", Array.ConvertAll(target.Labels(_target, weights.Rows, _data.Classes), label => (float)label));
        if (weights.Weights is { } rowWeights)
        {
            binned.Training.Set("weight", rowWeights);
        }

        var settings = NativeSettings.ForBooster(_values, _loss, Outputs, reader.RowCount, bins, _context.Seed);
        using var booster = BoosterHandle.Create(binned.Training, settings);
        var loop = new RoundLoop(
            _values.Integer(BoostingParameters.Rounds), _values.Integer(BoostingParameters.Patience), Watch(booster, binned, target), _context);
        var end = loop.Run(booster);
        var trees = TreeHarvest.Take(booster, loop.BestRounds, Outputs, target.Scale);
        return new(Form(trees, target.Centre), Report(end, loop.BestRounds));
    }

    private static BoostingLoss LossOf(int classes, ParameterValues values) => classes switch
    {
        > 2 => BoostingLoss.ManyClasses,
        2 => BoostingLoss.TwoClasses,
        _ => values.Choice(BoostingParameters.Loss) switch
        {
            "absolute" => BoostingLoss.Absolute,
            "huber" => BoostingLoss.Huber,
            _ => BoostingLoss.Squared,
        },
    };

    private int Threads() =>
        (long)_data.Features.RowCount * _data.Features.Columns.Count < CellsWorthThreads ? 1 : Math.Max(_context.Threads, 1);

    private ValidationLoss? Watch(BoosterHandle booster, BinnedTable binned, BoostingTarget target)
    {
        if (_data.Validation is not { Features.RowCount: > 0, Target: not null } rows)
        {
            return null;
        }

        var loss = new ValidationLoss(_loss, target.Labels(rows.Target, null, _data.Classes), rows.Weights, Outputs);
        if (!loss.CanMeasure)
        {
            return null;
        }

        binned.Validate(rows.Features, _context);

        // The native library wants a label a row although none is read: the loss is measured here.
        binned.Validation!.Set("label", new float[rows.Features.RowCount]);
        booster.AddValidation(binned.Validation);
        return loss;
    }

    private IForm Form(List<Tree> trees, double centre)
    {
        var ensemble = new TreeEnsemble(_inputs, trees) { Outputs = Outputs };
        return _loss switch
        {
            BoostingLoss.TwoClasses => new ClassTreesForm(ensemble, _data.Classes, ProbabilityLink.Logistic),
            BoostingLoss.ManyClasses => new ClassTreesForm(ensemble, _data.Classes, ProbabilityLink.Softmax),
            _ => new NumberTreesForm(ensemble with { Base = [centre] }),
        };
    }

    private FitReport Report(FitEnd end, int rounds) => new()
    {
        End = end,
        Decided = _values.With(BoostingParameters.Rounds.Name, rounds),
        Warnings = end == FitEnd.Deadline
            ? [FormattableString.Invariant($"The deadline came after {rounds} of at most {_values.Integer(BoostingParameters.Rounds)} rounds. Give more time, or raise learning_rate.")]
            : [],
    };
}
