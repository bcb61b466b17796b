using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Modelwright.Search.Resuming;

namespace Modelwright.Running;

/// <summary>A training run with its record around it: what it was told, what it did, and how it ended.</summary>
internal static class RecordedTraining
{
    /// <summary>Trains, and records the run where that is asked.</summary>
    public static TrainingRun Train(Training told, IProgress<TrainingProgress>? progress, CancellationToken stop)
    {
        if (told.Record is not { } record)
        {
            return LifeCycle.Train(told, progress, stop);
        }

        told.Validate();
        var session = RunSession.Begin(record, Start(told, record), told.Time, told.Memory);
        try
        {
            var journal = session.Journal is { } entries ? new TrialJournal(entries, told.Plan?.StoreRows ?? told.StoreRows) : null;
            session.Spent = journal?.Spent ?? 0;
            var run = LifeCycle.Train(told with { Session = session, Journal = journal }, new StageListener(session, progress), stop) with { Session = session };
            session.Finish(new(run.Plan, run.Evidence, run.Package.ModelId));
            return run;
        }
        catch (Exception fault)
        {
            // What a person stopped, or what is wrong with the call or the data, would end so again; anything else may be gone on with.
            var isStop = fault is OperationCanceledException;
            session.Fail(isStop ? RunState.Stopped : RunState.Failed, isStop ? "Stopped before there was a model." : fault.Message, isLasting: isStop || fault is ModelwrightException);
            throw;
        }
    }

    private static RunStart Start(Training told, RecordOptions record)
    {
        var now = told.Time.GetUtcNow();
        return new()
        {
            Id = RunId.New(now),
            Started = now,
            Source = RunStart.NameOf(told.Source?.Path),
            Fingerprint = told.Source?.Fingerprint,
            Rows = told.Table.RowCount,
            Target = told.Target ?? told.Plan?.Target,
            Options = record.Options ?? Options(told),
            Threads = told.Threads,
            Folder = record.Folder,
        };
    }

    /// <summary>What a training was told, where the host does not say it in words of its own: all that the model depends on.</summary>
    private static Dictionary<string, string> Options(Training told)
    {
        (string Name, string? Text)[] options =
        [
            ("budget", told.Budget?.ToString("c", CultureInfo.InvariantCulture)),
            ("trials", told.Trials?.ToString(CultureInfo.InvariantCulture)),
            ("memory", told.Memory?.ToString(CultureInfo.InvariantCulture)),
            ("seed", told.Seed.ToString(CultureInfo.InvariantCulture)),
            ("task", told.Task is { } task ? Question.Word(task) : null),
            ("metric", told.Metric),
            ("positive", told.Positive),
            ("class_weights", Pairs(told.ClassWeights)),
            ("types", Pairs(told.Types)),
            ("roles", Pairs(told.Roles)),
            ("ignore", Listed(told.Ignore)),
            ("learners", Listed(told.Only)),
            ("steps", told.Steps),
            ("features", told.Features == FeatureChoice.All ? null : told.Features.ToString().ToLowerInvariant()),
            ("store_rows", told.StoreRows ? "yes" : null),
            ("folds", told.Folds?.ToString(CultureInfo.InvariantCulture)),
            ("test_rows", Listed(told.TestRows)),
            ("test_table", told.Test?.RowCount.ToString(CultureInfo.InvariantCulture)),
            ("plan", told.Plan is { } plan ? Documents.Write(plan) : null),
        ];
        return options.Where(option => option.Text is not null).ToDictionary(option => option.Name, option => option.Text!, StringComparer.Ordinal);
    }

    private static string? Pairs<T>(IReadOnlyDictionary<string, T> pairs) =>
        Listed([.. pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}"))]);

    private static string? Listed<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : string.Join(',', items.Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)));

    /// <summary>Passes progress on, and notes when a stage begins.</summary>
    private sealed class StageListener(RunSession session, IProgress<TrainingProgress>? listener) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            session.Enter(value.Stage);
            listener?.Report(value);
        }
    }
}
