using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Retraining;
using Modelwright.Runtime.Packaging;

namespace Modelwright;

/// <summary>Where a <see cref="RetrainingLoop"/> stands: who serves, who answers in shadow, and what was answered so far.</summary>
internal sealed class LoopCourse(RetrainingLoop told)
{
    private readonly List<(Answers Answers, int Rows)> _answers = [];
    private readonly List<(Answers Answers, int Rows)> _frozen = [];
    private Package? _previous;
    private int _promotedAt;
    private int _seenLabels = told.Start;
    private int? _trainedAt;

    /// <summary>Who serves.</summary>
    public Package Champion { get; private set; } = told.First;

    /// <summary>The main metric over all answers.</summary>
    public double Score => Mean(_answers);

    /// <summary>The same of the first model.</summary>
    public double FrozenScore => Mean(_frozen);

    /// <summary>One window: answers first, labels and decisions after it.</summary>
    public async Task<RetrainedWindow> StepAsync(int from, int to, CancellationToken cancellation)
    {
        var rows = told.Rows(from, to);
        var (score, frozen) = (Answer(Champion, rows, _answers, cancellation), Answer(told.First, rows, _frozen, cancellation));
        var known = Math.Max(told.Start, to - told.Lag);
        var decisions = new List<RetrainingDecision>();
        var said = GoBack(known, decisions, cancellation) ?? await RetrainAsync(known, decisions, cancellation).ConfigureAwait(false);
        return new(from, to - from, score, frozen, decisions, said);
    }

    private string? GoBack(int known, List<RetrainingDecision> decisions, CancellationToken cancellation)
    {
        var watched = Math.Min(known, _promotedAt + told.Policy.ShadowRows);
        if (_previous is not { } previous || watched <= _promotedAt)
        {
            return null;
        }

        var decision = Retrain.GoBack(Champion, previous, told.Rows(_promotedAt, watched), told.Threads, cancellation);
        if (decision.Promote)
        {
            decisions.Add(decision);
            (Champion, _previous) = (previous, null);
            return "The model before it is better on the same rows, so it serves again.";
        }

        _previous = known >= _promotedAt + told.Policy.ShadowRows ? null : previous;
        return null;
    }

    private async Task<string> RetrainAsync(int known, List<RetrainingDecision> decisions, CancellationToken cancellation)
    {
        var now = RetrainingLoop.TimeOf(known);
        var state = new RetrainingState
        {
            NewLabelled = known - _seenLabels,
            LastTrained = _trainedAt is { } at ? RetrainingLoop.TimeOf(at) : null,
            IsScheduled = told.Policy.Schedule is not null,
        };
        var (isAsked, reason) = told.Policy.Decide(state, now);
        var cut = known - told.JudgedRows;
        if (!isAsked || cut < 1)
        {
            return isAsked ? "There are too few labelled rows to train on and to judge by." : reason;
        }

        (_seenLabels, _trainedAt) = (known, known);
        var (decision, history) = await BestAsync(cut, known, cancellation).ConfigureAwait(false);
        decisions.Add(decision);
        if (decision.Promote)
        {
            _previous = Champion;
            _promotedAt = known;
            Champion = told.RefitsWithJudged ? await FitAsync(history, known, cancellation).ConfigureAwait(false) : decision.Challenger;
        }

        return decision.Reason;
    }

    private async Task<(RetrainingDecision Decision, int History)> BestAsync(int cut, int known, CancellationToken cancellation)
    {
        // Two lengths that reach to the same first row are one challenger.
        int[] histories = [.. told.Histories.DistinctBy(history => FirstRow(history, cut))];
        var found = new List<(RetrainingDecision Decision, int History)>();
        var judged = told.Rows(cut, known);
        foreach (var history in histories)
        {
            var challenger = await FitAsync(history, cut, cancellation).ConfigureAwait(false);
            found.Add((Retrain.Judge(Champion, challenger, judged, told.Threads, cancellation) with { TrainingRows = cut - FirstRow(history, cut), Tried = histories.Length, Margin = told.Margin }, history));
        }

        return found.MinBy(entry => entry.Decision.Losses.Difference);
    }

    private Task<Package> FitAsync(int history, int end, CancellationToken cancellation)
    {
        var rows = told.Rows(FirstRow(history, end), end);
        return new Retrain(told.First, rows) { Learners = told.Learners, Seed = told.Seed, Threads = told.Threads }.TrainAsync(rows, null, cancellation);
    }

    private static int FirstRow(int history, int end) => history == 0 ? 0 : Math.Max(0, end - history);

    private double Answer(Package package, Table rows, List<(Answers Answers, int Rows)> all, CancellationToken cancellation)
    {
        var labelled = LabelledPackage.Of(package, rows);
        if (labelled.Known.Length == 0)
        {
            throw new DataException($"No row of a window has a value in the target '{package.Model.Schema.Target!.Name}' that the model knows. Bring rows whose answers are known.");
        }

        var (answers, _) = labelled.Answer(labelled.Known, told.Threads, cancellation);
        all.Add((answers, labelled.Known.Length));
        return labelled.Metric.Score(answers);
    }

    // The mean over windows by rows: models change between windows, so their scores are not on one scale for measures of order.
    private double Mean(List<(Answers Answers, int Rows)> all)
    {
        var metric = LabelledPackage.Of(told.First, told.Rows(told.Start, told.Start + 1)).Metric;
        return all.Sum(window => window.Rows * metric.Score(window.Answers)) / all.Sum(window => window.Rows);
    }
}
