using System.Text.Json.Serialization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Recording.Answering;

namespace Modelwright.Recording;

/// <summary>
/// Everything a training run was told, and everything the clock and the search decided. Repeating a finished plan on the
/// same rows gives the same model id, at any number of threads.
/// </summary>
public sealed record TrainingPlan
{
    /// <summary>The version of this document, from 1.</summary>
    public int Format { get; init; } = 1;

    /// <summary>What is asked.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>Name of the target column.</summary>
    public string? Target { get; init; }

    /// <summary>For two classes: the class that counts as positive.</summary>
    public string? Positive { get; init; }

    /// <summary>Name of the metric that is to be best.</summary>
    public required string Metric { get; init; }

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>How much classes count in a fit, by name; empty means one each.</summary>
    public IReadOnlyDictionary<string, double> ClassWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Number of folds; null leaves it to the size of the data.</summary>
    public int? Folds { get; init; }

    /// <summary>Names of the learners to choose from; empty means all.</summary>
    public IReadOnlyList<string> Learners { get; init; } = [];

    /// <summary>Steps that were named, as --steps has them; null leaves all to the planner.</summary>
    public string? Steps { get; init; }

    /// <summary>Which columns were asked for; null means all. Those that were left out have the role 'ignore' in a finished plan.</summary>
    public FeatureChoice? Features { get; init; }

    /// <summary>How many segments were asked for; null lets the data tell.</summary>
    public int? Segments { get; init; }

    /// <summary>Which share of the rows was said to be anomalies; null lets the data tell.</summary>
    public double? Contamination { get; init; }

    /// <summary>Name of a column that says the truth, kept from training and compared with the answers; null for none.</summary>
    public string? Truth { get; init; }

    /// <summary>For a task without a target: name of a column that labels some of the rows; no feature is made of it. Null for none.</summary>
    public string? Labels { get; init; }

    /// <summary>Other tables that were summed up to the rows, as 'orders:customer_id'; whoever predicts brings them too. Null means none.</summary>
    public IReadOnlyList<string>? Joins { get; init; }

    /// <summary>Whether models that hold training rows may enter the package; whoever gets it can then read those rows.</summary>
    public bool StoreRows { get; init; }

    /// <summary>Whether the model must be one that can be read in full.</summary>
    public bool Interpretable { get; init; }

    /// <summary>Whether one small model is shipped that learned from the answers of the best one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Distill { get; init; }

    /// <summary>The most microseconds that the answer to one row may take; null for no limit.</summary>
    public double? MaximumLatencyMicroseconds { get; init; }

    /// <summary>The most bytes that the form may take in the package; null for no limit.</summary>
    public long? MaximumSizeBytes { get; init; }

    /// <summary>How the run is validated, as it was told; null means as usual.</summary>
    public ValidationPlan? Validation { get; init; }

    /// <summary>How answers are read, as it was told; null means as usual.</summary>
    public AnsweringPlan? Answering { get; init; }

    /// <summary>The meaning of the columns.</summary>
    public required IReadOnlyList<ColumnSpec> Columns { get; init; }

    /// <summary>What was decided; null in a plan that was not run yet.</summary>
    public PlanDecision? Decision { get; init; }
}
