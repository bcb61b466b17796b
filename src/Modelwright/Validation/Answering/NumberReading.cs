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
        return told.IsByFolds ? LearnByFolds(known, answers) : LearnAround(known, answers);
    }

    /// <summary>One rule around the answer, judged on the rows of each fold as learned on the others.</summary>
    private LearnedAnswering LearnAround(OutOfFold known, NumberAnswers answers)
    {
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

    /// <summary>
    /// The residuals of each fold. To judge them on a row would take fold models of which none had seen it, that is a fit for each pair of
    /// folds; so here they are not judged, and who reads the evidence is told.
    /// </summary>
    private LearnedAnswering LearnByFolds(OutOfFold known, NumberAnswers answers)
    {
        var rule = FoldIntervalFit.Fit(answers, known.Folds, told.Coverage);
        return new(new() { FoldIntervals = rule }, new(known.Predictions, known.Predictions))
        {
            Warnings = rule is null ? [ConformalQuantile.TooFew(answers.Count, told.Coverage)] : [],
            Unmeasured = rule is null ? null : FoldIntervalFit.Unmeasured(told.Coverage),
        };
    }

    /// <inheritdoc/>
    public override AnsweringDecision Relearn(AnsweringDecision decision, OutOfFold known) => decision.FoldIntervals is null
        ? decision
        : decision with { FoldIntervals = FoldIntervalFit.Fit((NumberAnswers)Pair(known.Rows, new(known.Predictions, known.Predictions)), known.Folds, told.Coverage) };

    /// <inheritdoc/>
    public override JudgedRows Judge(LabelledRows rows, RawAnswers raw, AnsweringDecision decision)
    {
        var numbers = raw.Numbers;
        if (decision.Intervals is null && raw.Intervals is null)
        {
            return new(numbers, numbers);
        }

        var held = new bool[numbers.Length];
        var sizes = new double[numbers.Length];
        var answers = (NumberAnswers)Pair(rows, new(numbers, numbers));
        for (var row = 0; row < numbers.Length; row++)
        {
            Judge(answers, row, raw.Intervals is { } intervals ? intervals[row] : decision.Intervals!.Around(numbers[row]), held, sizes);
        }

        return new(numbers, numbers) { Held = held, Sizes = sizes };
    }

    /// <inheritdoc/>
    public override Answers Pair(LabelledRows rows, JudgedRows judged) => kind.Pair(rows, judged.Predictions);

    /// <inheritdoc/>
    public override EvidenceAnswering Describe(LabelledRows rows, JudgedRows judged, LearnedAnswering learned, string data) => new()
    {
        Intervals = learned.Decision switch
        {
            { FoldIntervals: { } rule } => Coverage("interval", FoldIntervalFaults.ByFolds + (rule.At.Length > 0 ? "_scaled" : ""), rule.Level, Pair(rows, judged), judged, data),
            { Intervals: { } rule } => Coverage("interval", (rule.At.Length > 0 ? "scaled" : "constant") + (rule.Above == rule.Below ? "" : "_two_sided"), rule.Level, Pair(rows, judged), judged, data),
            _ => null,
        },
    };

    private static bool Judge(NumberAnswers answers, IntervalRule rule, int[] rows, bool[] held, double[] sizes)
    {
        foreach (var row in rows)
        {
            Judge(answers, row, rule.Around(answers.Predicted[row]), held, sizes);
        }

        return true;
    }

    private static void Judge(NumberAnswers answers, int row, Interval interval, bool[] held, double[] sizes)
    {
        held[row] = answers.Truth[row] >= interval.Lower && answers.Truth[row] <= interval.Upper;
        sizes[row] = interval.Upper - interval.Lower;
    }
}
