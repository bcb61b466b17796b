using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;

namespace Modelwright;

/// <summary>Whether repeating a finished plan gives the same model again.</summary>
public sealed record Reproduction
{
    private Reproduction()
    {
    }

    /// <summary>The id of the model that was made first.</summary>
    public required string ExpectedId { get; init; }

    /// <summary>The id of the model that the plan gives here; null where it could not be repeated.</summary>
    public string? ModelId { get; init; }

    /// <summary>Whether both are the same.</summary>
    public bool Agrees => ModelId == ExpectedId;

    /// <summary>Why they differ, as far as that can be told, each a sentence with what to do; empty where they agree.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Seconds the repeat took.</summary>
    public double Seconds { get; init; }

    /// <summary>Repeats a plan: every fit with the rounds that the clock had decided, nothing searched.</summary>
    /// <param name="finished">The plan, and what is known of the model it gave.</param>
    /// <param name="told">The rows with their learners, threads and test rows; plan and target are those of the first run.</param>
    /// <param name="progress">Told at every stage; may be called from another thread.</param>
    /// <param name="stop">Asks to end.</param>
    /// <returns>Whether the ids agree, and if not, why.</returns>
    /// <exception cref="OptionsException">The plan is not finished.</exception>
    /// <exception cref="DataException">The rows lack columns of the plan, or cannot be read by it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<Reproduction> OfAsync(FinishedRun finished, Training told, IProgress<TrainingProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(told);
        if (finished.Plan.Decision is not { } decision)
        {
            throw new OptionsException("The plan is not finished: it holds no 'decision', so there is nothing to repeat. Bring the package or the plan that a run left.");
        }

        string[] lacking = [.. decision.Members.Select(member => member.Learner).Distinct(StringComparer.Ordinal).Select(name => Lack(name, told)).OfType<string>()];
        if (lacking.Length > 0)
        {
            return new() { ExpectedId = finished.ModelId, Reasons = lacking };
        }

        var run = await (told with { Plan = finished.Plan, Target = null, Record = null }).RunAsync(progress, stop).ConfigureAwait(false);
        var id = run.Package.ModelId;
        return new()
        {
            ExpectedId = finished.ModelId,
            ModelId = id,
            Seconds = run.Evidence.Seconds,
            Reasons = id == finished.ModelId ? [] : [.. finished.Differences(told.Source?.Fingerprint, told.Table.RowCount, run.Plan.Decision!.Rows)],
        };
    }

    private static string? Lack(string name, Training told)
    {
        var learner = told.Learners.Learners.FirstOrDefault(learner => learner.Info.Name == name);
        return learner is null
            ? $"The learner '{name}' of the plan is not in this program. Repeat it with the release that made the model."
            : learner.Unavailable is { } reason ? $"The learner '{name}' of the plan cannot work here: {reason}" : null;
    }
}
