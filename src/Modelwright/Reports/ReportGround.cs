using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Profile;
using Modelwright.Recording;
using Modelwright.Tasks;
using Modelwright.Validation;

namespace Modelwright.Reports;

/// <summary>What a report about a training run is made from.</summary>
/// <param name="Evidence">Every figure of the run.</param>
/// <param name="Plan">The finished plan.</param>
internal sealed record ReportGround(Evidence Evidence, TrainingPlan Plan)
{
    /// <summary>What the data is; null where nobody looked.</summary>
    public DataProfile? Profile { get; init; }

    /// <summary>The shipped model; null where nobody gave it.</summary>
    public IForm? Form { get; init; }

    /// <summary>Answers on rows that no choice has seen; null for a plan that was repeated.</summary>
    public UnseenAnswers? Unseen { get; init; }

    /// <summary>The same with the truth.</summary>
    public Answers? Paired { get; init; }

    /// <summary>The file or query the rows came from, as a person typed it and without a password; null for rows from memory.</summary>
    public string? Source { get; init; }

    /// <summary>The hash that names the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>The metric that was to be best; null for a task without a target.</summary>
    public IMetric? Metric => Task is null ? BuiltInMetrics.Get(Evidence.Metric) : null;

    /// <summary>The task, where it is one without a target; else null.</summary>
    public TargetlessTask? Task { get; init; }

    /// <summary>What such a task chose; null for others.</summary>
    public TaskDecision? Outcome { get; init; }

    /// <summary>What such a task ships; null for others.</summary>
    public TaskModel? Model { get; init; }

    /// <summary>The main figure on the most trustworthy rows; null for a plan that was repeated without test rows.</summary>
    public Figure? Headline => Evidence.Figures.Count > 0 ? Evidence.Figures[0] : null;

    /// <summary>The title of a metric in prose.</summary>
    public static string TitleOf(string metric) => BuiltInMetrics.All.FirstOrDefault(known => known.Info.Name == metric)?.Info.Title ?? metric;

    /// <summary>Names of rows in words: 'rows sealed until the end'.</summary>
    public static string RowsInWords(string data) => data switch
    {
        "sealed_holdout" => "rows sealed until the end",
        "nested_out_of_fold" or "out_of_fold" => "each row by models without it",
        "test" => "test rows",
        "resampled" => "parts of the rows drawn again and again",
        "training" => "the rows of training",
        "truth" => "the column of the truth",
        _ => data.Replace('_', ' '),
    };
}
