using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Retraining;

/// <summary>When a model is trained again, as data: what a server or a loop asks before each time. Everything is off but what is set.</summary>
public sealed record RetrainingPolicy
{
    /// <summary>When to train by the clock, as cron text ('0 0 3 * * ?' is every night at three); null for never. Whoever keeps the clock says by <see cref="RetrainingState.IsScheduled"/> that it struck.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether an alarm of drift is a reason; default true.</summary>
    public bool OnDrift { get; init; } = true;

    /// <summary>Whether an alarm of quality, estimated or realised, is a reason; default true.</summary>
    public bool OnPerformance { get; init; } = true;

    /// <summary>New labelled rows that are a reason by themselves; null for none.</summary>
    public int? EveryLabelled { get; init; }

    /// <summary>New labelled rows without which nothing is trained, whatever the reason; 1 or more, default 200.</summary>
    public int FewestLabelled { get; init; } = 200;

    /// <summary>The least time between two trainings; default none.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>Labelled rows over which the old model answers in shadow after a promotion; default 1,000. 0 ends the watch.</summary>
    public int ShadowRows { get; init; } = 1000;

    /// <summary>Decides whether to train now. Depends on nothing but what it is given.</summary>
    /// <param name="state">How things are.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether to train, and why or why not, in a sentence.</returns>
    /// <exception cref="OptionsException">The policy cannot be; the text lists all.</exception>
    public (bool Retrain, string Reason) Decide(RetrainingState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        Validate();
        if (Reason(state) is not { } reason)
        {
            return (false, "Nothing asks for it.");
        }

        if (state.NewLabelled < FewestLabelled)
        {
            return (false, string.Create(CultureInfo.InvariantCulture, $"{reason} But only {state.NewLabelled} rows have new labels, and {FewestLabelled} are needed."));
        }

        return state.LastTrained is { } last && now - last < Cooldown
            ? (false, string.Create(CultureInfo.InvariantCulture, $"{reason} But the last training was {(now - last).TotalMinutes:0.#} minutes ago, and {Cooldown.TotalMinutes:0.#} are kept between two."))
            : (true, reason);
    }

    private string? Reason(RetrainingState state) =>
        OnPerformance && state.HasPerformanceAlarm ? "The quality of the model raised an alarm."
        : OnDrift && state.HasDriftAlarm ? "The rows drifted, by an alarm."
        : Schedule is not null && state.IsScheduled ? $"It is time by the schedule '{Schedule}'."
        : EveryLabelled is { } every && state.NewLabelled >= every ? string.Create(CultureInfo.InvariantCulture, $"{state.NewLabelled} rows have new labels.")
        : null;

    private void Validate()
    {
        var faults = new List<string>();
        if (FewestLabelled < 1 || EveryLabelled < 1 || ShadowRows < 0)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"FewestLabelled and EveryLabelled must be 1 or more and ShadowRows 0 or more. Got {FewestLabelled}, {EveryLabelled} and {ShadowRows}. Leave out what is not wanted."));
        }

        if (Cooldown < TimeSpan.Zero)
        {
            faults.Add($"Cooldown must be zero or more. Got {Cooldown}. Leave it out for none.");
        }

        if (faults.Count > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }
}
