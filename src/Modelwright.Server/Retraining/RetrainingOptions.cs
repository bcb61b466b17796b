using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Retraining;
using Modelwright.Stress.Gates;
using Quartz;

namespace Modelwright.Server.Retraining;

/// <summary>How models of the registry are trained again while a server runs. It needs a registry, as only its gate promotes, and labelled rows: a log of requests, sources of rows, or both.</summary>
public sealed record RetrainingOptions
{
    /// <summary>The learners that plans name are found here.</summary>
    public required LearnerCatalog Learners { get; init; }

    /// <summary>When a model is trained again. Its schedule is a cron expression of Quartz with seconds first, in UTC: '0 0 3 * * ?' is every night at three.</summary>
    public RetrainingPolicy Policy { get; init; } = new();

    /// <summary>By served name: labelled rows beside those of the log and older than they are, as whatever a source reads; read anew each time.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>Share of the rows that judges, the newest. Default: 0.2.</summary>
    public double Recent { get; init; } = 0.2;

    /// <summary>The newest labelled rows of the log that are taken, 1 or more. Default: 200,000.</summary>
    public int MostRows { get; init; } = 200_000;

    /// <summary>How often the policy is asked, above 0 and at most one day. Default: one minute.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether to search anew within <see cref="Budget"/>; else the recipe of the champion is fitted again.</summary>
    public bool Search { get; init; }

    /// <summary>Wall-clock limit of a search; null means 60 seconds.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Promotes a challenger that is proven worse by no more than this, in the loss of a row; null asks for a better one.</summary>
    public double? Margin { get; init; }

    /// <summary>What a challenger must keep under strain; null means the usual gate. The gate of the registry is asked after it.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Threads of a training, 1 or more. Default: half of the processors, so that requests have the other half.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Where decisions are kept, a file a model with a line each; null means the folder 'retraining' in that of the log, or nowhere without one.</summary>
    public string? Folder { get; init; }

    /// <summary>All that is wrong, a sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Policy.Schedule is { } schedule && !CronExpression.TryParse(schedule, out _))
        {
            yield return $"The schedule '{schedule}' is no cron expression. Write seconds, minutes, hours, day of the month, month and day of the week, such as '0 0 3 * * ?' for every night at three.";
        }

        if (!(Recent > 0 && Recent < 1) || MostRows < 1 || Threads < 1 || Every <= TimeSpan.Zero || Every > TimeSpan.FromDays(1))
        {
            yield return FormattableString.Invariant($"RetrainingOptions.Recent must be above 0 and below 1, MostRows and Threads 1 or more, Every above 0 and at most one day. Got {Recent}, {MostRows}, {Threads} and {Every:c}. Leave out what need not be told.");
        }

        if (PolicyFault() is { } fault)
        {
            yield return fault;
        }
    }

    private string? PolicyFault()
    {
        try
        {
            Policy.Decide(new(), DateTimeOffset.UnixEpoch);
            return null;
        }
        catch (OptionsException fault)
        {
            return fault.Message;
        }
    }
}
