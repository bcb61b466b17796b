using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Measures.Intervals;
using Modelwright.Recording.Answering;

namespace Modelwright.Validation.Answering;

/// <summary>How the answers of one kind of task are read beyond their numbers. Each kind of answer has its own.</summary>
internal abstract class AnswerReading
{
    /// <summary>Learns on out-of-fold answers.</summary>
    public abstract LearnedAnswering Learn(OutOfFold known);

    /// <summary>What a decision says of rows that neither it nor the model had seen.</summary>
    /// <param name="rows">The rows with their truth.</param>
    /// <param name="raw">What the model answers before calibration.</param>
    /// <param name="decision">The decision.</param>
    public abstract JudgedRows Judge(LabelledRows rows, RawAnswers raw, AnsweringDecision decision);

    /// <summary>The decision as it is for a model that was fitted again, with what has to be learned of its own members.</summary>
    /// <param name="decision">What was decided before.</param>
    /// <param name="known">What its members answered out of fold.</param>
    public virtual AnsweringDecision Relearn(AnsweringDecision decision, OutOfFold known) => decision;

    /// <summary>Answers paired with the truth, for metrics.</summary>
    public abstract Answers Pair(LabelledRows rows, JudgedRows judged);

    /// <summary>What is known of the decision on those rows.</summary>
    /// <param name="rows">The rows with their truth.</param>
    /// <param name="judged">What was said of them.</param>
    /// <param name="learned">What was learned.</param>
    /// <param name="data">Which rows they are, as figures name them.</param>
    public abstract EvidenceAnswering Describe(LabelledRows rows, JudgedRows judged, LearnedAnswering learned, string data);

    /// <summary>The form with its calibration.</summary>
    public virtual IForm Wrap(IForm form, AnsweringDecision decision) => form;

    /// <summary>How often the truth was held, with its interval.</summary>
    protected static EvidenceIntervals? Coverage(string kind, string method, double level, Answers answers, JudgedRows judged, string data)
    {
        if (judged is not { Held: { } held, Sizes: { } sizes })
        {
            return null;
        }

        var (weight, squares, covered, size) = (0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < held.Length; row++)
        {
            var own = answers.Weight(row);
            weight += own;
            squares += own * own;
            covered += held[row] ? own : 0;
            size += own * sizes[row];
        }

        if (!(weight > 0))
        {
            return null;
        }

        var share = Math.Clamp(covered / weight, 0, 1);
        var rows = weight * weight / squares;
        var error = Math.Sqrt(share * (1 - share) / rows);
        var (lower, upper) = IntervalEnds.Of(IntervalScale.Share, (0, 1), share, new Spread(error, held.Length, held.Length) { Support = rows });
        return new()
        {
            Kind = kind,
            Method = method,
            Level = level,
            Data = data,
            Rows = held.Length,
            Coverage = share,
            StandardError = error,
            Lower = lower,
            Upper = upper,
            MeanWidth = kind == "interval" ? size / weight : null,
            MeanSize = kind == "set" ? size / weight : null,
        };
    }
}
