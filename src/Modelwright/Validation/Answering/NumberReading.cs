using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Validation.Conformal;

namespace Modelwright.Validation.Answering;

/// <summary>Reads answered numbers: the interval around them.</summary>
/// <param name="kind">How the answers look.</param>
/// <param name="told">What was told.</param>
internal sealed class NumberReading(AnswerKind kind, AnsweringPlan told) : AnswerReading
{
    /// <inheritdoc/>
    public override LearnedAnswering Learn(OutOfFold known)
    {
        var answers = (NumberAnswers)Pair(known.Rows, new(known.Predictions, known.Predictions));
        var rule = IntervalFit.Fit(answers, known.Folds, told.Coverage);
        var held = new bool[answers.Count];
        var sizes = new double[answers.Count];
        var isComplete = rule is not null;
        OutOfFold.Cross(
            answers,
            known.Folds,
            (some, folds) => IntervalFit.Fit((NumberAnswers)some, folds, told.Coverage),
            (other, rows) => isComplete &= other is not null && Judge(answers, other, rows, held, sizes));
        var nested = new JudgedRows(known.Predictions, known.Predictions) { Held = isComplete ? held : null, Sizes = isComplete ? sizes : null };
        return new(new() { Intervals = rule }, nested)
        {
            Warnings = rule is null ? [ConformalQuantile.TooFew(answers.Count, told.Coverage)] : [],
        };
    }

    /// <inheritdoc/>
    public override JudgedRows Judge(LabelledRows rows, double[] raw, AnsweringDecision decision)
    {
        if (decision.Intervals is not { } rule)
        {
            return new(raw, raw);
        }

        var held = new bool[raw.Length];
        var sizes = new double[raw.Length];
        Judge((NumberAnswers)Pair(rows, new(raw, raw)), rule, [.. Enumerable.Range(0, raw.Length)], held, sizes);
        return new(raw, raw) { Held = held, Sizes = sizes };
    }

    /// <inheritdoc/>
    public override Answers Pair(LabelledRows rows, JudgedRows judged) => kind.Pair(rows, judged.Predictions);

    /// <inheritdoc/>
    public override EvidenceAnswering Describe(LabelledRows rows, JudgedRows judged, LearnedAnswering learned, string data) => new()
    {
        Intervals = learned.Decision.Intervals is { } rule
            ? Coverage("interval", (rule.At.Length > 0 ? "scaled" : "constant") + (rule.Above == rule.Below ? "" : "_two_sided"), rule.Level, Pair(rows, judged), judged, data)
            : null,
    };

    private static bool Judge(NumberAnswers answers, IntervalRule rule, int[] rows, bool[] held, double[] sizes)
    {
        foreach (var row in rows)
        {
            var interval = rule.Around(answers.Predicted[row]);
            held[row] = answers.Truth[row] >= interval.Lower && answers.Truth[row] <= interval.Upper;
            sizes[row] = interval.Upper - interval.Lower;
        }

        return true;
    }
}
