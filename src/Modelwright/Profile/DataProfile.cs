using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Profile;

/// <summary>What is known of a table before anything is trained.</summary>
public sealed record DataProfile
{
    /// <summary>Rows of the table.</summary>
    public required int Rows { get; init; }

    /// <summary>One a column, in the order of the table.</summary>
    public required IReadOnlyList<ColumnProfile> Columns { get; init; }

    /// <summary>The suggested schema: the specs of <see cref="Columns"/>, the target's included.</summary>
    public required Schema Schema { get; init; }

    /// <summary>The target's name; null where none was given.</summary>
    public string? Target { get; init; }

    /// <summary>The task, as told or as the target suggests it; null without a target and without being told.</summary>
    public LearningTask? Task { get; init; }

    /// <summary>Whether a classification target has two classes.</summary>
    public bool IsBinary { get; init; }

    /// <summary>The metric that goes with the task: 'roc_auc', 'log_loss' or 'rmse'; null for other tasks.</summary>
    public string? Metric { get; init; }

    /// <summary>Why the task is what it is, in a few words.</summary>
    public string? TaskReason { get; init; }

    /// <summary>What a person should know, the most severe first, then in the order of the columns.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Rows that equal an earlier row in every column but ids.</summary>
    public long DuplicateRows { get; init; }

    /// <summary>Rows that were compared for <see cref="DuplicateRows"/>: all, or the first million.</summary>
    public int RowsCompared { get; init; }

    /// <summary>The same with findings from elsewhere, such as leaks, before its own of the same severity; its own give way to those that say the same and more.</summary>
    /// <param name="findings">What was found.</param>
    /// <returns>A profile with both.</returns>
    public DataProfile With(IReadOnlyList<Finding> findings) => this with
    {
        Findings = [.. findings.Concat(Findings.Where(own => findings.All(other => other.InPlaceOf != own.Kind))).OrderByDescending(finding => finding.Severity)],
    };
}
