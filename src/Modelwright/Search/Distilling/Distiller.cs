using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Search.Costs;
using Modelwright.Search.Limits;
using Modelwright.Validation;
using Modelwright.Validation.Teaching;

namespace Modelwright.Search.Distilling;

/// <summary>
/// Finds the small model that learns best from what a teacher answered: every small setting learns from the teacher alone, and
/// the best of them also from teacher and truth by halves and from the truth alone.
/// </summary>
/// <remarks>
/// Each is scored by the truth of rows that it has not seen. The teacher answered each row by models that had not seen it, but
/// these had seen the other rows that the student is scored on, so the scores are for choosing alone; figures come from sealed rows.
/// </remarks>
internal sealed class Distiller(StudentOptions options, LabelledRows rows, double[] answers, Partition partition, AnswerKind kind)
{
    private const double Half = 0.5;

    /// <summary>Share of the time left that one student may take.</summary>
    private const double LongestTrial = 0.3;

    private readonly CostMeter _meter = new(rows.Table, options.Clock.Time);
    private readonly LabelledRows _covered = rows.AnswersOnly.Take(partition.Covered);
    private readonly List<Trial> _tried = [];
    private readonly List<string> _faults = [];

    /// <summary>Chooses.</summary>
    /// <param name="stop">Asks to take the first that works.</param>
    /// <exception cref="OptionsException">No student keeps what is asked of it.</exception>
    /// <exception cref="DataException">No learner could learn; the text lists what each said.</exception>
    public StudentChoice Choose(CancellationToken stop)
    {
        var taught = Teach(1);
        foreach (var candidate in StudentSettings.Of(options, CostsOf(taught.Rows)))
        {
            if (Best(_tried) is null || (!stop.IsCancellationRequested && Fits(candidate, taught.Rows)))
            {
                Try(candidate, taught);
            }
        }

        var best = Best(_tried) ?? Smallest() ?? throw Refusal();
        var plain = Try(best.Candidate, Teach(0)) ?? best;
        var mixed = stop.IsCancellationRequested ? null : Try(best.Candidate, Teach(Half));
        var (student, share) = mixed is not null && MayTakeThePlaceOf(mixed, best) && mixed.Loss < best.Loss ? (mixed, Half) : (best, 1);
        return MayTakeThePlaceOf(plain, best) && plain.Loss <= student.Loss ? new(plain, 0, plain, _tried) : new(student, share, plain, _tried);
    }

    /// <summary>Another way to teach the same setting may grow a larger model.</summary>
    private bool MayTakeThePlaceOf(Trial trial, Trial best) => !trial.IsOverLimits || !options.Limits.Admit(best.Cost!);

    private TaughtRows Teach(double share) => kind.Teach(rows, answers, share);

    private static Trial? Best(IEnumerable<Trial> trials) => trials.Where(trial => !trial.IsOverLimits).MinBy(trial => trial.Loss);

    private CostModel CostsOf(LabelledRows taught)
    {
        var share = partition.Splits.Average(split => (double)split.Training.Length) / rows.Table.RowCount;
        return new(taught, partition.Splits.Count, share * (taught.Table.RowCount - rows.Table.RowCount) / taught.Table.RowCount, options.PlannedThreads);
    }

    private bool Fits(Candidate candidate, LabelledRows taught) =>
        !options.Clock.IsLimited || CostsOf(taught).Expect(candidate.Learner, candidate.Values) <= LongestTrial * options.Clock.Left;

    private Trial? Try(Candidate candidate, TaughtRows taught)
    {
        var deadline = options.Clock.In(Math.Max(0, LongestTrial * options.Clock.Left));
        var limits = new FitLimits(options.Threads, options.Clock.Time, deadline, CancellationToken.None) { SideBySide = options.SideBySide };
        try
        {
            var fits = new CrossFitter(kind, new FeatureCache(taught.Rows, options.FeatureMemory)).Fit(candidate, partition.WithTraining((training, _) => taught.CopiesOf(training)), limits)!;
            var trial = TrialOf(candidate, fits);
            _tried.Add(trial);
            return trial;
        }
        catch (Exception fault) when (fault is ModelwrightException or InvalidOperationException || MemoryFault.Is(fault))
        {
            _faults.Add($"{candidate.Learner.Info.Title}: {(MemoryFault.Is(fault) ? MemoryFault.Text : fault.Message)}");
            return null;
        }
    }

    private Trial TrialOf(Candidate candidate, CrossFit fits)
    {
        var scored = kind.Pair(_covered, fits.Predictions);
        var cost = _meter.Of(Blender.Blend(kind, [(fits.Folds[0], 1)]), double.IsFinite(options.Limits.Seconds) ? 3 : 1);
        return new(options.LastTrial + _tried.Count + 1, candidate, fits.Predictions, options.Metric.Loss(scored), options.Metric.Score(scored), fits.Seconds)
        {
            Cost = cost,
            Fits = fits,
            IsOverLimits = !options.Limits.Admit(cost) || fits.Folds.Any(fold => fold.Form.Info.HoldsRows),
        };
    }

    /// <summary>Where nobody asked for a size, the smallest is small enough.</summary>
    private Trial? Smallest() => options.AreAsked ? null : _tried.Where(trial => !trial.Fits!.Folds.Any(fold => fold.Form.Info.HoldsRows)).MinBy(trial => trial.Cost!.Bytes) is { } least ? least with { IsOverLimits = false } : null;

    private ModelwrightException Refusal() => _tried.Count > 0
        ? options.Limits.Refusal(_tried)
        : new DataException(string.Join('\n', _faults.Prepend("No small model could learn from the chosen one. What each said:")));
}
