using Modelwright.Recording.Answering;
using Modelwright.Recording.Distilling;
using Modelwright.Recording.Insights;
using Modelwright.Recording.Selecting;
using Modelwright.Recording.Stacking;
using Modelwright.Recording.Targetless;

namespace Modelwright.Recording;

/// <summary>Every figure about a model with its interval, the model and rows it belongs to, and how it came about.</summary>
public sealed record Evidence
{
    /// <summary>The version of this document, from 1.</summary>
    public int Format { get; init; } = 1;

    /// <summary>What makes figures too good to be true, the most severe first, each with its proof, its remedy and what was done; looked for before the first score.</summary>
    public IReadOnlyList<EvidenceFinding> Findings { get; init; } = [];

    /// <summary>What was asked: 'classification' or 'regression'.</summary>
    public required string Task { get; init; }

    /// <summary>Name of the target column.</summary>
    public string? Target { get; init; }

    /// <summary>The classes in the order of the probabilities; absent for numbers.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>For two classes: the one that counts as positive.</summary>
    public string? Positive { get; init; }

    /// <summary>Name of the metric that was to be best.</summary>
    public required string Metric { get; init; }

    /// <summary>SHA-256 of the file or the rows that were read, in hex; absent where the rows came from memory.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Other tables that were summed up to the rows, as 'orders:customer_id'; absent where there are none.</summary>
    public IReadOnlyList<string>? Joins { get; init; }

    /// <summary>Where the rows went.</summary>
    public required EvidenceRows Rows { get; init; }

    /// <summary>The models that figures belong to.</summary>
    public required IReadOnlyList<EvidenceModel> Models { get; init; }

    /// <summary>All figures, the main metric of the most trustworthy rows first.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>For classes: whether probabilities come true as often as they say, and what calibration did to that; absent where a plan was repeated.</summary>
    public EvidenceCalibration? Calibration { get; init; }

    /// <summary>For classes with a threshold or costs: what the decision is worth.</summary>
    public EvidenceDecision? Decision { get; init; }

    /// <summary>What came of a second layer over the members; absent where none was tried.</summary>
    public EvidenceStacking? Stacking { get; init; }

    /// <summary>Whether more rows would help; absent unless it was asked for.</summary>
    public EvidenceLearningCurve? LearningCurve { get; init; }

    /// <summary>For clustering: the segments and what tells for them; absent for other tasks.</summary>
    public EvidenceSegments? Segments { get; init; }

    /// <summary>For anomalies: how they were told from other rows; absent for other tasks.</summary>
    public EvidenceAnomalies? Anomalies { get; init; }

    /// <summary>For a task without a target: what came of the labels of some rows; absent where none were named, or a plan was repeated.</summary>
    public EvidenceLabels? Labels { get; init; }

    /// <summary>How often prediction intervals or sets held the truth, and how wide they were; one entry for each part of the rows it was measured on.</summary>
    public IReadOnlyList<EvidenceIntervals> Intervals { get; init; } = [];

    /// <summary>All trials, best first.</summary>
    public required IReadOnlyList<LeaderboardEntry> Leaderboard { get; init; }

    /// <summary>The shipped model and all trials, weighed by score, latency, size and readability.</summary>
    public IReadOnlyList<EvidenceChoice> Choices { get; init; } = [];

    /// <summary>What was asked of the shipped model beside its score; absent where nothing was.</summary>
    public EvidenceLimits? Limits { get; init; }

    /// <summary>A small model beside the one it learned from; null where none was asked for, and in a plan that was repeated.</summary>
    public EvidenceDistillation? Distillation { get; init; }

    /// <summary>Whether rows of the training data can be read out of the model in the package.</summary>
    public bool HoldsRows { get; init; }

    /// <summary>Columns in which cells were missing, unseen or unreadable, with counts.</summary>
    public IReadOnlyList<EvidenceColumn> Columns { get; init; } = [];

    /// <summary>Every feature that a learner of the shipped model sees, by the columns that it comes from; of the members of a blend together.</summary>
    public IReadOnlyList<EvidenceFeatures> Features { get; init; } = [];

    /// <summary>Which columns were chosen before the search, and why; absent where all were asked for.</summary>
    public EvidenceSelection? Selection { get; init; }

    /// <summary>Which columns matter, by permutation on unseen rows; absent where that was not measured.</summary>
    public Importances? Importances { get; init; }

    /// <summary>How the most important columns move the answer of the shipped model.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>How two of them do together: the pair that is furthest from a plain sum.</summary>
    public IReadOnlyList<EffectMap> EffectMaps { get; init; } = [];

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether a person stopped the run before its budget was spent.</summary>
    public bool Stopped { get; init; }

    /// <summary>What made the model; absent in evidence of older releases.</summary>
    public EvidenceMachine? Machine { get; init; }

    /// <summary>Wall-clock seconds of the run.</summary>
    public double Seconds { get; init; }

    /// <summary>The budget in seconds; absent where the number of trials was the limit.</summary>
    public double? BudgetSeconds { get; init; }
}
