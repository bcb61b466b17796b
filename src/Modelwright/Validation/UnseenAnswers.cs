using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Recording.Answering;

namespace Modelwright.Validation;

/// <summary>What the chosen model answers on rows that no choice has seen, and the figures worked out on them.</summary>
/// <param name="Rows">The rows with their truth and weights.</param>
/// <param name="Predictions">Its answers, row by row, as wide as the kind of answer.</param>
/// <param name="Data">Which rows they are, as figures name them: 'sealed_holdout' or 'nested_out_of_fold'.</param>
/// <param name="Figures">Every metric of the task, the main one first.</param>
internal sealed record UnseenAnswers(LabelledRows Rows, double[] Predictions, string Data, IReadOnlyList<Figure> Figures)
{
    /// <summary>For classes with a decision: the answered class of each row; null means the most probable.</summary>
    public int[]? Decided { get; init; }

    /// <summary>What is known of calibration, decision and intervals on these rows.</summary>
    public EvidenceAnswering? Answering { get; init; }

    /// <summary>What a person should know of how answers are read, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The answers with their truth, as decided: what the figures were worked out on.</summary>
    /// <param name="positive">Position of the class that counts as positive, for two classes.</param>
    public Answers Pair(int positive) => AnswerKind.For(Rows, positive).Pair(Rows, Predictions) is var answers && answers is ClassAnswers classes ? classes with { Decided = Decided } : answers;
}
