using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Validation.Answering;

/// <summary>What a model answers to rows before its answers are read.</summary>
/// <param name="Numbers">As wide as the kind of answer, row by row.</param>
/// <param name="Intervals">One a row, where they come from the answers of its fold models; else null.</param>
internal sealed record RawAnswers(double[] Numbers, Interval[]? Intervals)
{
    /// <summary>Asks a model.</summary>
    /// <param name="form">The model.</param>
    /// <param name="rows">Admitted rows.</param>
    /// <param name="decision">How its answers are read.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">Asks to end.</param>
    public static RawAnswers Of(IForm form, Table rows, AnsweringDecision decision, int threads, CancellationToken cancellation = default)
    {
        if (decision.FoldIntervals is not { } rule)
        {
            return new(ModelAnswers.Of(form, rows, threads, cancellation), null);
        }

        var answers = FoldAnswers.Of(form, rule, rows, threads, cancellation);
        return new(answers.Numbers, answers.Intervals);
    }
}
