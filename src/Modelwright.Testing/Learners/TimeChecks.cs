using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>Cancellation and deadlines.</summary>
internal static class TimeChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_CancelledBefore_EndsAtOnce", CancelledBefore),
        new("Fit_CancelledDuring_EndsWithinARound", CancelledDuring),
        new("Fit_CancelledBetweenLooks_EndsOrIsDone", CancelledBetweenLooks),
        new("Fit_DeadlineInThePast_StillGivesAForm", Late),
        new("Fit_DeadlineDuring_DecidedRepeatsTheForm", LateDuring),
        new("Fit_Progress_RisesFromZeroToOne", Progress) { EveryTask = false },
    ];

    private static void CancelledBefore(LearnerCase learner)
    {
        var data = learner.Line(5_000);
        var values = learner.Recommended(data);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Expect.Throws<OperationCanceledException>(() => learner.Fit(data, values, new FitContext { Cancellation = source.Token }), "a token cancelled before");
    }

    private static void CancelledDuring(LearnerCase learner)
    {
        var data = learner.Line(2_000);
        using var source = new CancellationTokenSource();
        List<double> shares = [];
        void Cancel(double done)
        {
            shares.Add(done);
            source.Cancel();
        }

        try
        {
            learner.Fit(data, null, new FitContext { Cancellation = source.Token, Progress = Cancel });
        }
        catch (OperationCanceledException)
        {
            Expect.That(shares.Count <= 2, $"expected the fit to end within one round of the cancelled token, but it went on for {shares.Count} reports");
            return;
        }

        Expect.That(shares.Count == 0 || shares[0] >= 1, $"expected OperationCanceledException from a token cancelled at a share of {Expect.Text(shares.FirstOrDefault())}");
    }

    /// <summary>Cancels when the clock is looked at for the nth time, and expects at most one look more.</summary>
    private static void CancelledBetweenLooks(LearnerCase learner)
    {
        var data = learner.Line(2_000);
        foreach (var looks in new[] { 1, 5 })
        {
            using var source = new CancellationTokenSource();
            var clock = new CountingClock { LookedAt = look => Cancel(source, look == looks) };
            try
            {
                learner.Fit(data, null, new FitContext { Cancellation = source.Token, Time = clock, Deadline = long.MaxValue });
            }
            catch (OperationCanceledException)
            {
                // What is wanted of a fit that has rounds left.
            }

            Expect.That(clock.Looks <= looks + 1, $"expected the fit to end within one round of the cancelled token, but it looked at the clock {clock.Looks - looks} times more");
        }
    }

    private static void Cancel(CancellationTokenSource source, bool isDue)
    {
        if (isDue)
        {
            source.Cancel();
        }
    }

    private static void Late(LearnerCase learner)
    {
        var data = learner.Line(2_000);
        var clock = new CountingClock();
        var fitted = learner.Fit(data, null, new FitContext { Seed = 7, Time = clock, Deadline = 0 });
        Expect.Sound(learner.Answers(fitted.Form, data.Features), learner.Task);
        RepeatsDecided(learner, data, fitted);
    }

    private static void LateDuring(LearnerCase learner)
    {
        var data = learner.Line(2_000) with { Validation = learner.Line(500, seed: 3) };
        foreach (var looks in new[] { 1, 3, 10, 40 })
        {
            var clock = new CountingClock();
            var fitted = learner.Fit(data, null, new FitContext { Seed = 7, Time = clock, Deadline = looks });
            Expect.That(clock.Looks < looks || fitted.Report.End != FitEnd.Finished || clock.Looks <= looks + 1, $"expected a fit that saw its deadline pass to end, but it looked at the clock {clock.Looks} times");
            Expect.Sound(learner.Answers(fitted.Form, data.Features), learner.Task);
            RepeatsDecided(learner, data, fitted);
        }
    }

    private static void RepeatsDecided(LearnerCase learner, TrainingSet data, Fitted fitted)
    {
        var repeated = learner.Fit(data with { Validation = null }, fitted.Report.Decided);
        var fresh = learner.Line(200, seed: 31).Features;
        Expect.SameBits(
            learner.Answers(fitted.Form, fresh),
            learner.Answers(repeated.Form, fresh),
            $"the settings decided by the deadline ({fitted.Report.Decided})");
    }

    private static void Progress(LearnerCase learner)
    {
        List<double> shares = [];
        learner.Fit(learner.Line(1_000), null, new FitContext { Progress = shares.Add });
        Expect.That(shares.All(share => share is >= 0 and <= 1), "expected shares from 0 to 1");
        Expect.That(shares.Zip(shares.Skip(1)).All(pair => pair.First <= pair.Second), "expected shares that never fall");
    }

    /// <summary>A clock that moves on by one each time it is looked at, so that a deadline falls at the same round on any machine.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private long _looks;

        public long Looks => Interlocked.Read(ref _looks);

        public Action<long>? LookedAt { get; init; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp()
        {
            var look = Interlocked.Increment(ref _looks);
            LookedAt?.Invoke(look);
            return look;
        }
    }
}
