using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Errors;

namespace Modelwright.Server.Retraining;

/// <summary>The jobs of a server that train its models again, one a model; empty where it trains none. A service of the app, safe from any thread.</summary>
public sealed class RetrainingJobs
{
    private readonly Dictionary<string, RetrainingJob> _jobs;

    internal RetrainingJobs(IEnumerable<RetrainingJob> jobs) => _jobs = jobs.ToDictionary(job => job.Name, StringComparer.Ordinal);

    /// <summary>All jobs, by the names of their models.</summary>
    public IReadOnlyList<RetrainingJob> All => [.. _jobs.Values.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>What runs a job; set once the server starts.</summary>
    internal Action<RetrainingJob, string, string>? Runner { get; set; }

    /// <summary>Looks a job up.</summary>
    /// <param name="name">The name that the model is served under; case matters.</param>
    /// <param name="job">The job.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out RetrainingJob? job) => _jobs.TryGetValue(name, out job);

    /// <summary>Begins a training now, whatever the policy says, and does not wait for it.</summary>
    /// <param name="name">The name that the model is served under.</param>
    /// <param name="by">Who asks, for the log of the registry.</param>
    /// <param name="reason">Why, for the log; null for no more than that somebody asked.</param>
    /// <returns>The job.</returns>
    /// <exception cref="OptionsException">The model is not one that is trained again, one is under way, or the server does not run.</exception>
    public RetrainingJob Start(string name, string by, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(by);
        if (!TryGet(name, out var job))
        {
            throw new OptionsException($"Model '{name}' is not trained again here. Serve it from the registry by an alias (churn@champion), and start the server with retraining.");
        }

        if (Runner is not { } run)
        {
            throw new OptionsException("The server does not run. Start it first.");
        }

        run(job, string.IsNullOrWhiteSpace(reason) ? $"'{by}' asked for it." : reason, by);
        return job;
    }
}
