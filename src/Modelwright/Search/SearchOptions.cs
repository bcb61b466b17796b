using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording.Runs;
using Modelwright.Search.Limits;
using Modelwright.Search.Resuming;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>What a search is told.</summary>
internal sealed record SearchOptions
{
    /// <summary>Threads that are planned with where the plan may not depend on the machine, and splits that a limit of memory is worked out for.</summary>
    public const int UsualThreads = 2;

    /// <summary>Bytes that a process keeps within where nobody names a limit and the data let it.</summary>
    public const long UsualMemory = 400L << 20;

    /// <summary>The learners to choose from.</summary>
    public required IReadOnlyList<ILearner> Learners { get; init; }

    /// <summary>Whether models that hold training rows may be chosen; if not, learners that make such models are tried as evidence alone.</summary>
    public bool StoreRows { get; init; }

    /// <summary>What is asked of the shipped model beside its score.</summary>
    public ModelLimits Limits { get; init; } = ModelLimits.None;

    /// <summary>What is to be best.</summary>
    public required IMetric Metric { get; init; }

    /// <summary>How rows are parted for out-of-fold answers.</summary>
    public required PartitionPlan Partition { get; init; }

    /// <summary>The clock of the whole run.</summary>
    public required RunClock Clock { get; init; }

    /// <summary>The number of trials besides the baseline; null leaves it to the clock.</summary>
    public int? Trials { get; init; }

    /// <summary>Threads together.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Threads that costs are planned with: the same on every machine where no clock is looked at, so that the choice of trials is too.</summary>
    public int PlannedThreads { get; init; } = UsualThreads;

    /// <summary>Splits that may be fitted side by side; the threads left over go into each fit.</summary>
    public int SideBySide { get; init; } = int.MaxValue;

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Bytes that features kept for reuse may take.</summary>
    public long FeatureMemory { get; init; } = 128L << 20;

    /// <summary>Bytes that the forms of trials kept for the ensemble may take.</summary>
    public long FormMemory { get; init; } = 256L << 20;

    /// <summary>Bytes that the process is to keep within; well below them memory is given back between trials.</summary>
    public long ProcessMemory { get; init; } = UsualMemory;

    /// <summary>Whether all trials have the same folds, so that the models of one fold belong together.</summary>
    public bool IsDealtOnce { get; init; }

    /// <summary>How much longer than the search took one refit of the chosen members takes; 0 where none follows.</summary>
    public double RefitFactor { get; init; }

    /// <summary>What a refit can hold; null where it can hold all rows.</summary>
    public RefitRoom? Room { get; init; }

    /// <summary>Rows that the chosen model is to score afterwards, within the same budget.</summary>
    public int ScoredRows { get; init; }

    /// <summary>Whether trials of a learner are evidence alone: its models hold rows, and those may not be shipped.</summary>
    public bool IsEvidenceOnly(LearnerInfo learner) => learner.StoresRows && !StoreRows;

    /// <summary>Called after every trial; null where nobody listens.</summary>
    public Action<SearchState>? Progress { get; init; }

    /// <summary>What the run has finished before, and what it finishes now; null where nothing is kept.</summary>
    public TrialJournal? Journal { get; init; }

    /// <summary>Called with every trial that ends, for the record; null where none is kept.</summary>
    public Action<RecordedTrial>? Ended { get; init; }
}
