using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Validation.Answering;
using Modelwright.Validation.Teaching;

namespace Modelwright.Validation;

/// <summary>
/// How the answers to a task look as numbers, so that search and validation can hold, blend and score them without
/// knowing the task. A new task adds a kind here and nothing elsewhere.
/// </summary>
internal abstract class AnswerKind
{
    /// <summary>Numbers a row.</summary>
    public abstract int Width { get; }

    /// <summary>Of two classes, the position of the one that is looked for; not used by other kinds.</summary>
    public virtual int Positive => 1;

    /// <summary>Pairs predictions with the truth of rows, for a metric.</summary>
    public abstract Answers Pair(LabelledRows rows, double[] predictions);

    /// <summary>One form that answers the weighted mean of several.</summary>
    public abstract IForm Blend(IReadOnlyList<IForm> members, double[] weights);

    /// <summary>Classes that are answered; 0 where numbers are.</summary>
    public virtual int Classes => 0;

    /// <summary>One form of two layers; the second reads what the members answer.</summary>
    public abstract IForm Stack(IReadOnlyList<IForm> members, double[] weights, IForm second, double share);

    /// <summary>Rows with copies whose target is what a teacher answered to them.</summary>
    /// <param name="rows">Rows with their target.</param>
    /// <param name="answers">What the teacher answered, <see cref="Width"/> numbers a row.</param>
    /// <param name="share">What the teacher counts beside the truth, from 0 to 1.</param>
    public abstract TaughtRows Teach(LabelledRows rows, double[] answers, double share);

    /// <summary>How answers are read beyond their numbers: calibration, decision, intervals and sets.</summary>
    public abstract AnswerReading Reading(AnsweringPlan told);

    /// <summary>The kind for some rows.</summary>
    /// <param name="rows">Rows with their target.</param>
    /// <param name="positive">Position of the class that counts as positive, for two classes.</param>
    public static AnswerKind For(LabelledRows rows, int positive) => rows switch
    {
        { Task.AnswersClasses: true, Target: CategoryColumn target } => new ClassAnswerKind(target.Levels, positive),
        { Task.AnswersNumbers: true } => new NumberAnswerKind(),
        _ => throw new NotSupportedException($"No stage can validate the task '{rows.Task}' yet."),
    };
}
