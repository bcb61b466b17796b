using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Retraining;
using Modelwright.Runtime.Packaging;

namespace Modelwright;

/// <summary>
/// Keeps a model up to date over a stream of rows, unattended, as a server would: in each window the champion answers before the labels
/// are there, then the policy decides, a challenger is fitted on recent rows, judged on the newest labelled ones, and promoted or not.
/// After a promotion the old model answers in shadow and takes its place back where it proves better. Immutable; the same stream and seed give the same course.
/// </summary>
/// <param name="First">The model that begins; it also answers all windows frozen, for comparison.</param>
/// <param name="Stream">Labelled rows in the order of time, behind those that <paramref name="First"/> was trained on or with them in front.</param>
public sealed record RetrainingLoop(Package First, Table Stream)
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    /// <summary>The learners that plans name are found here.</summary>
    public required LearnerCatalog Learners { get; init; }

    /// <summary>When a challenger is trained. Its times count one minute a row of the stream.</summary>
    public RetrainingPolicy Policy { get; init; } = new() { EveryLabelled = 200 };

    /// <summary>Rows at the front of the stream that are history: nothing is answered there.</summary>
    public int Start { get; init; }

    /// <summary>Rows of a window; default 500.</summary>
    public int Window { get; init; } = 500;

    /// <summary>Rows after which the label of a row is known; default 0: when the window is over.</summary>
    public int Lag { get; init; }

    /// <summary>The newest labelled rows that judge, kept from the challenger; default 500.</summary>
    public int JudgedRows { get; init; } = 500;

    /// <summary>How many of the newest rows before those a challenger is fitted on, one challenger each; 0 for all. Of several the better one is judged, with a p value that knows of the others.</summary>
    public IReadOnlyList<int> Histories { get; init; } = [0];

    /// <summary>Promotes a challenger that is proven worse by no more than this in the loss of a row; null, the default, asks for a better one.</summary>
    public double? Margin { get; init; }

    /// <summary>Whether a promoted recipe is fitted once more, with the rows that judged it, before it serves; default true.</summary>
    public bool RefitsWithJudged { get; init; } = true;

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Threads; the course is the same at any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What each window came to, from the last run on; empty before.</summary>
    internal List<RetrainedWindow> Windows { get; } = [];

    /// <summary>Runs from the first window to the last.</summary>
    /// <param name="progress">Told once a window; the message is a sentence with its figures.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The model in service at the end, every decision in order, and the main metric over all answers: of the loop, and of the first model frozen.</returns>
    /// <exception cref="OptionsException">An option is out of range, or the plan cannot be repeated here.</exception>
    /// <exception cref="DataException">The rows cannot be answered or learned from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<(Package Last, IReadOnlyList<RetrainingDecision> Decisions, double Score, double FrozenScore)> RunAsync(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        Validate();
        Windows.Clear();
        var course = new LoopCourse(this);
        for (var at = Start; at < Stream.RowCount; at += Window)
        {
            cancellation.ThrowIfCancellationRequested();
            var window = await course.StepAsync(at, Math.Min(at + Window, Stream.RowCount), cancellation).ConfigureAwait(false);
            Windows.Add(window);
            progress?.Report(new("stream", (double)Math.Min(at + Window, Stream.RowCount) / Stream.RowCount, string.Create(CultureInfo.InvariantCulture, $"Rows {at} to {Math.Min(at + Window, Stream.RowCount)}: {window.Score:0.####}, frozen {window.FrozenScore:0.####}. {window.Said}")));
        }

        return (course.Champion, [.. Windows.SelectMany(window => window.Decisions)], course.Score, course.FrozenScore);
    }

    /// <summary>The rows from one to before another.</summary>
    internal Table Rows(int from, int to) => Stream.Take([.. Enumerable.Range(from, to - from)]);

    /// <summary>The time of a row, for the policy.</summary>
    internal static DateTimeOffset TimeOf(int row) => Epoch.AddMinutes(row);

    private void Validate()
    {
        if (Window < 1 || Lag < 0 || JudgedRows < 1 || Start < 0 || Start >= Stream.RowCount || Histories.Count == 0 || Histories.Any(rows => rows < 0))
        {
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"Window and JudgedRows must be 1 or more, Lag 0 or more, Start below the {Stream.RowCount} rows of the stream, and Histories name one length or more, 0 or more each. Got {Window}, {JudgedRows}, {Lag}, {Start} and [{string.Join(", ", Histories)}]. Leave out what need not be told."));
        }
    }
}
