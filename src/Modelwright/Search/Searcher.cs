using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Search.Costs;
using Modelwright.Search.Ensembles;
using Modelwright.Search.Limits;
using Modelwright.Search.Resuming;
using Modelwright.Search.Starting;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>
/// Tries candidates until the budget, the number of trials, or a person says stop, and chooses an ensemble by what the
/// trials answered on rows they had not seen. Asks the catalog; names no learner.
/// </summary>
internal sealed class Searcher
{
    private const int MostKept = 16;
    private const double LongestTrial = 0.5;

    /// <summary>What a trial may take of what it was expected to take.</summary>
    private const double Slack = 1.3;

    /// <summary>What a later trial may take of all the time left: its end, and the choice after it, take some too.</summary>
    private const double LateShare = 0.9;

    /// <summary>Share of the time left that a trial may take which can never be shipped.</summary>
    private const double LongestEvidence = 0.1;

    /// <summary>Share of the time left that is little.</summary>
    private const double SmallShare = 0.02;

    /// <summary>Seconds beyond its deadline after which a fit is called off: one more round of most learners takes less.</summary>
    private const double Grace = 0.2;

    /// <summary>Share of the process's memory from which it is given back between trials: the next one, and the end of the run, take some on top.</summary>
    private const double WatchedShare = 0.6;

    /// <summary>So many candidates in a row that do not fit the time left end the search.</summary>
    private const int MostSkipped = 30;

    private readonly SearchOptions _options;
    private readonly LabelledRows _rows;
    private readonly AnswerKind _kind;
    private readonly FeatureCache _cache;
    private readonly JournaledFitter _fitter;
    private readonly Dictionary<int, Partition> _partitions = [];
    private readonly Partition _partition;
    private readonly LabelledRows _covered;
    private readonly CostModel _costs;
    private readonly ReservedTime _reserved;
    private readonly CostMeter _meter;
    private readonly LimitedChoice _choice;
    private readonly List<Trial> _trials = [];
    private readonly List<string> _warnings = [];
    private int _number;

    /// <summary>Makes a search over rows.</summary>
    public Searcher(SearchOptions options, LabelledRows rows, AnswerKind kind)
    {
        _options = options;
        _rows = rows;
        _kind = kind;
        _cache = new(rows, options.FeatureMemory);
        _fitter = new(new(kind, _cache), options.Journal, kind, options.Clock);
        _partition = PartitionFor(options.Seed);
        _covered = rows.AnswersOnly.Take(_partition.Covered);
        _reserved = new(options, _partition);
        _meter = new(rows.Table, options.Clock.Time);
        _choice = new(options.Limits, _partition);
        var trainingShare = _partition.Splits.Average(split => (double)split.Training.Length) / Math.Max(1, rows.Table.RowCount);
        _costs = new(rows, _partition.Splits.Count, trainingShare, options.PlannedThreads);
    }

    /// <summary>Searches.</summary>
    /// <param name="stop">Asks to stop and keep the best so far.</param>
    /// <exception cref="OperationCanceledException">Stopped before there was a model.</exception>
    /// <exception cref="DataException">No learner could learn from the rows; the text lists what each said.</exception>
    public SearchOutcome Run(CancellationToken stop)
    {
        var seconds = _options.Journal?.Recorded("portfolio_seconds", SecondsLeft()) ?? SecondsLeft();
        var portfolio = new Portfolio(Available(), _costs, Variants, (seconds / (1 + _options.RefitFactor), _options.FormMemory), _options, _partition.IsBag && !_options.IsDealtOnce);
        var memory = new MemoryWatch((long)(WatchedShare * _options.ProcessMemory), _options.Clock.Time);
        var skipped = 0;
        while (!stop.IsCancellationRequested && !HasEnough() && skipped < MostSkipped && portfolio.Next(_trials) is { } candidate)
        {
            if (IsClosed(candidate, portfolio))
            {
                continue;
            }

            if (!Fits(candidate))
            {
                skipped++;
                continue;
            }

            skipped = 0;
            Try(candidate, portfolio, stop);
            memory.Look();
            Report();
        }

        if (_trials.TrueForAll(trial => !_choice.IsUsable(trial)))
        {
            stop.ThrowIfCancellationRequested();
            throw _trials.Exists(trial => trial.IsOverLimits) ? _options.Limits.Refusal(_trials) : new DataException(string.Join('\n', _warnings.Prepend("No learner could learn from these rows. What each said:")));
        }

        var (members, rule) = Ensemble(_reserved.ForMembers);
        var said = _warnings.Concat(EvidenceNote.Of(_trials, _options.Metric.Info)).Concat(members.SelectMany(member => Said(member.Trial))).Distinct(StringComparer.Ordinal);
        return new(_partition, [.. _trials], members, stop.IsCancellationRequested, [.. said]) { Rule = rule };
    }

    // The fits of one trial say the same with other numbers: one speaks for all.
    private static IEnumerable<string> Said(Trial trial) => trial.Fits!.Warnings
        .GroupBy(text => string.Concat(text.Where(letter => !char.IsDigit(letter))), StringComparer.Ordinal)
        .Select(alike => $"{trial.Candidate.Learner.Info.Title} (trial {trial.Number}): {alike.First()}{(alike.Count() > 1 ? $" {alike.Count()} of its fits say so." : "")}");

    private IEnumerable<ILearner> Available()
    {
        foreach (var learner in _options.Learners)
        {
            if (learner.Unavailable is { } reason)
            {
                _warnings.Add(reason);
            }
            else
            {
                yield return learner;
            }
        }
    }

    /// <summary>What a person is to read stays as it is in the data, as far as the learner bears it.</summary>
    private IReadOnlyList<FeatureVariant> Variants(LearnerInfo learner) =>
        _options.Limits.IsInterpretable && _rows.Steps.Variants.Count == 0 ? [FeatureVariant.Plain] : _cache.VariantsFor(learner);

    private bool HasEnough()
    {
        var tried = _trials.Count(trial => !trial.Candidate.Learner.Info.IsBaseline && !trial.IsEvidenceOnly);
        return (_options.Trials is { } trials && _number >= trials) || (tried > 0 && SecondsLeft() <= 0 && _options.Journal?.HasMore != true);
    }

    private double SecondsLeft() => _options.Clock.Left - _reserved.Expect(_trials, () => Ensemble(_reserved.Most).Members.Select(member => member.Trial));

    /// <summary>
    /// A first trial must fit the part of the time left that is right for its learner, and is cut short if it belies that; only until there is a model
    /// beside the baseline any may begin. Later ones, and evidence, must fit the time left and the memory.
    /// </summary>
    private bool Fits(Candidate candidate)
    {
        var (learner, values) = (candidate.Learner, candidate.Values);
        if (_options.Journal?.Knows(candidate) == true)
        {
            return true;
        }

        var seconds = _costs.Expect(learner, values);
        if (IsFirst(candidate) && !_options.IsEvidenceOnly(learner.Info))
        {
            return !_options.Clock.IsLimited || !HasModel() || TrialTime.IsSure(learner.Info) || seconds <= TrialTime.First(learner.Info) * TimeForTrials();
        }

        return FitsTime(seconds) && _costs.Bytes(learner, values) <= 2.0 * _options.FormMemory
            && (!_options.IsEvidenceOnly(learner.Info) || seconds <= SmallShare * TimeForTrials());
    }

    private bool IsFirst(Candidate candidate) => _trials.TrueForAll(trial => trial.Candidate.Learner != candidate.Learner);

    private bool HasModel() => _trials.Exists(trial => !trial.Candidate.Learner.Info.IsBaseline && trial.MayShip);

    /// <summary>Takes a learner out of which not even a first answer fits what is left, if there is a model.</summary>
    private bool IsClosed(Candidate candidate, Portfolio portfolio)
    {
        if (!HasModel() || !IsFirst(candidate) || _options.IsEvidenceOnly(candidate.Learner.Info) || _options.Journal?.Knows(candidate) == true
            || FirstTrial.Fault(candidate, _costs, SecondsLeft(), _options.ProcessMemory) is not { } fault)
        {
            return false;
        }

        _warnings.Add(fault);
        portfolio.Close(candidate);
        return true;
    }

    /// <summary>A fit that does not end at its deadline is called off before it takes what is kept for the end of the run, if there is a model.</summary>
    private CancellationTokenSource CallOff(CancellationToken stop)
    {
        var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (_options.Clock.IsLimited && HasModel())
        {
            late.CancelAfter(TimeSpan.FromSeconds(Math.Max(0, SecondsLeft()) + Grace));
        }

        return late;
    }

    /// <summary>Seconds for trials where each has to be fitted again if it is chosen.</summary>
    private double TimeForTrials() => SecondsLeft() / (1 + _options.RefitFactor);

    /// <summary>What a new member would take later is in part what the others do that it takes the place of, so only alone it must fit.</summary>
    private bool FitsTime(double seconds) =>
        !_options.Clock.IsLimited || (seconds <= SecondsLeft() && seconds * (1 + _options.RefitFactor) <= _options.Clock.Left);

    /// <summary>Seconds after which a trial is cut short: a later one was let in because it fits, so it gets what it was expected to take.</summary>
    private double Longest(Candidate candidate)
    {
        var info = candidate.Learner.Info;
        var left = TimeForTrials();
        if (info.IsBaseline)
        {
            return left;
        }

        if (_options.IsEvidenceOnly(info))
        {
            return LongestEvidence * left;
        }

        if (!IsFirst(candidate))
        {
            return Math.Max(LongestTrial * left, Math.Min(Slack * _costs.Expect(candidate.Learner, candidate.Values), LateShare * SecondsLeft()));
        }

        return TrialTime.IsSure(info) ? TrialTime.OfSure * _options.Clock.Left / (1 + _options.RefitFactor) : TrialTime.First(info) * left;
    }

    private void Try(Candidate candidate, Portfolio portfolio, CancellationToken stop)
    {
        var deadline = _options.Clock.In(Longest(candidate));
        using var late = CallOff(stop);
        var limits = new FitLimits(_options.Threads, _options.Clock.Time, deadline, late.Token) { SideBySide = _options.SideBySide };
        if (!candidate.Learner.Info.IsBaseline)
        {
            _number++;
        }

        try
        {
            var partition = PartitionFor(candidate.PartitionSeed);
            var comparable = ReferenceEquals(partition, _partition);
            var (fits, seconds) = _fitter.Fit(candidate, partition, limits, comparable && !IsShownInAnyCase(candidate) ? IsPromising : null);
            if (fits is not null)
            {
                _costs.Measure(candidate, fits.Seconds, fits.Folds.Any(fold => fold.Report.End == FitEnd.Deadline));
                Add(candidate, fits);
            }
            else
            {
                var done = (double)Math.Min(CrossFitter.FirstLook, partition.Splits.Count) / partition.Splits.Count;
                _costs.Measure(candidate, seconds / done, isCutShort: false);
                Tell(candidate, "given_up", seconds);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (OperationCanceledException)
        {
            LeaveOut(candidate, portfolio, FirstTrial.CalledOff);
        }
        catch (Exception fault) when (fault is ModelwrightException or InvalidOperationException)
        {
            // One learner that cannot work must not end the search; what it said goes into the evidence.
            LeaveOut(candidate, portfolio, fault.Message);
        }
        catch (Exception fault) when (MemoryFault.Is(fault))
        {
            _cache.Clear();
            LeaveOut(candidate, portfolio, MemoryFault.Text);
        }
    }

    private void LeaveOut(Candidate candidate, Portfolio portfolio, string reason)
    {
        _warnings.Add($"{candidate.Learner.Info.Title} was left out: {reason}");
        portfolio.Close(candidate);
        Tell(candidate, "failed", seconds: 0, fault: reason);
    }

    private void Add(Candidate candidate, CrossFit fits)
    {
        var predictions = LineUp(fits);
        var answers = _kind.Pair(_covered, predictions);
        var isEvidenceOnly = !_options.StoreRows && (candidate.Learner.Info.StoresRows || fits.Folds.Any(fold => fold.Form.Info.HoldsRows));
        var cost = fits.Folds.Count > 0 ? _meter.Of(Blender.Blend(_kind, [(fits.Folds[0], 1)]), double.IsFinite(_options.Limits.Seconds) ? 3 : 1) : null;
        var trial = new Trial(candidate.Learner.Info.IsBaseline ? 0 : _number, candidate, predictions, _options.Metric.Loss(answers), _options.Metric.Score(answers), fits.Seconds)
        {
            IsEvidenceOnly = isEvidenceOnly,
            Cost = cost,
        };
        trial = trial with { IsOverLimits = _choice.IsOver(trial) };
        trial = trial with { Fits = trial.MayShip ? fits : null };
        var position = _trials.FindIndex(other => trial.Loss < other.Loss);
        _trials.Insert(position < 0 ? _trials.Count : position, trial);
        Tell(candidate, isEvidenceOnly ? "evidence" : "scored", fits.Seconds, trial.Score);
        GiveBackMemory();
    }

    /// <summary>Answers in the order of this search's covered rows; other folds cover the same rows when all are covered.</summary>
    private double[] LineUp(CrossFit fits)
    {
        if (!ReferenceEquals(fits.Partition, _partition) && !fits.Partition.Covered.AsSpan().SequenceEqual(_partition.Covered))
        {
            throw new InvalidOperationException("A repeat on other folds must answer the same rows.");
        }

        return fits.Predictions;
    }

    private void GiveBackMemory()
    {
        var kept = Kept().ToHashSet();
        for (var index = 0; index < _trials.Count; index++)
        {
            if (_trials[index].Fits is not null && !kept.Contains(_trials[index]))
            {
                _trials[index] = _trials[index] with { Fits = null };
            }
        }
    }

    /// <summary>The trials that may be part of the ensemble: the best ones, and the best of each learner, as far as they fit the memory.</summary>
    private IEnumerable<Trial> Kept()
    {
        var learners = new HashSet<ILearner>();
        var (count, bytes) = (0, 0L);
        foreach (var trial in _trials.Where(trial => trial.Fits is not null))
        {
            var size = trial.Bytes;
            var isWanted = learners.Add(trial.Candidate.Learner) || count < MostKept;
            if (count == 0 || (isWanted && bytes + size <= _options.FormMemory))
            {
                count++;
                bytes += size;
                yield return trial;
            }
        }
    }

    /// <summary>A first trial of a model that can be read is done to its end where that costs little: a person weighs it against the best by its score.</summary>
    private bool IsShownInAnyCase(Candidate candidate) =>
        candidate.Learner.Info.Readability == Readability.Fully
        && _trials.TrueForAll(trial => trial.Candidate.Learner != candidate.Learner)
        && _costs.Expect(candidate.Learner, candidate.Values) <= SmallShare * _options.Clock.Left;

    /// <summary>After two splits: a trial that wins less than this share of what the best wins over the baseline is given up.</summary>
    private bool IsPromising(double[] predictions)
    {
        const double LeastShare = 0.85;
        var best = _trials.Find(trial => trial.MayShip);
        if (_trials.Count < 2 || best is null || _trials.Find(trial => trial.Candidate.Learner.Info.IsBaseline) is not { } baseline)
        {
            return true;
        }

        int[] seen = [.. _partition.Splits.Take(CrossFitter.FirstLook).SelectMany(split => split.Test).Select(_partition.PositionOf)];
        double LossOf(double[] all) => _options.Metric.Loss(_kind.Pair(_covered, all).Take(seen));
        var zero = LossOf(baseline.Predictions);
        return zero - LossOf(predictions) >= LeastShare * (zero - LossOf(best.Predictions));
    }

    /// <summary>The members that some seconds and the limits allow, and what they keep to.</summary>
    private (IReadOnlyList<(Trial Trial, double Weight)> Members, MemberRule Rule) Ensemble(double seconds) => _choice.Of(rule => Ensemble(seconds, rule));

    /// <summary>The one that takes most for its weight goes while all together would take longer.</summary>
    private IReadOnlyList<(Trial Trial, double Weight)> Ensemble(double seconds, MemberRule rule)
    {
        var members = Ensemble(Holdable([.. EnsembleChoice.Worthy(_trials)]), rule);
        while (members.Count > 1 && _reserved.Of(members.Select(member => member.Trial)) > seconds)
        {
            var dearest = members.MaxBy(member => _reserved.Of([member.Trial]) / member.Weight).Trial;
            members = Ensemble([.. members.Select(member => member.Trial).Where(trial => trial != dearest)], rule);
        }

        return members;
    }

    private IReadOnlyList<(Trial Trial, double Weight)> Ensemble(Trial[] kept, MemberRule rule) =>
        EnsembleChoice.Members(kept, _covered, _kind, _options.Metric, rule);

    /// <summary>Members are refitted on the same rows, so those go that can hold fewer than the best one.</summary>
    private Trial[] Holdable(Trial[] trials)
    {
        if (_options.Room is not { IsUnlimited: false } room || trials.Length == 0)
        {
            return trials;
        }

        var most = room.RowsFor(trials[0].Candidate);
        return [.. trials.Where(trial => room.RowsFor(trial.Candidate) >= most)];
    }

    private Partition PartitionFor(int seed)
    {
        if (!_partitions.TryGetValue(seed, out var partition))
        {
            partition = Partition.Make(_options.Partition, _rows, seed);
            _partitions.Add(seed, partition);
        }

        return partition;
    }

    private void Tell(Candidate candidate, string state, double seconds, double? score = null, string? fault = null) => _options.Ended?.Invoke(new()
    {
        Trial = candidate.Learner.Info.IsBaseline ? 0 : _number,
        State = state,
        Learner = candidate.Learner.Info.Name,
        Title = candidate.Learner.Info.Title,
        Parameters = candidate.Values.ToString(),
        Features = candidate.Features.Name,
        Seed = candidate.Seed,
        PartitionSeed = candidate.PartitionSeed,
        Score = score,
        Seconds = Math.Round(seconds, 3),
        EndedAfter = Math.Round(_options.Clock.Elapsed, 3),
        Fault = fault,
    });

    private void Report()
    {
        var share = _options.Trials is { } trials
            ? (double)_number / Math.Max(1, trials)
            : 1 - (SecondsLeft() / Math.Max(1e-9, SecondsLeft() + _options.Clock.Elapsed));
        _options.Progress?.Invoke(new([.. _trials], _options.Clock.Left, Math.Clamp(share, 0, 1)));
    }
}
