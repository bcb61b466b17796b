using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Validation.Answering;
using Modelwright.Validation.Teaching;

namespace Modelwright.Validation;

/// <summary>A probability for each class and row.</summary>
internal sealed class ClassAnswerKind(IReadOnlyList<string> classes, int positive) : AnswerKind
{
    /// <inheritdoc/>
    public override int Width => classes.Count;

    /// <inheritdoc/>
    public override int Positive => positive;

    /// <inheritdoc/>
    public override Answers Pair(LabelledRows rows, double[] predictions)
    {
        var truth = new int[rows.Table.RowCount];
        ((CategoryColumn)rows.Target!).Codes.CopyTo(truth);
        return new ClassAnswers(classes, truth, predictions) { Positive = positive, Weights = rows.Weights };
    }

    /// <inheritdoc/>
    public override IForm Blend(IReadOnlyList<IForm> members, double[] weights) => new ClassBlendForm(members, weights);

    /// <inheritdoc/>
    public override int Classes => classes.Count;

    /// <inheritdoc/>
    public override IForm Stack(IReadOnlyList<IForm> members, double[] weights, IForm second, double share) => new ClassStackForm(members, weights, second, share);

    /// <inheritdoc/>
    public override TaughtRows Teach(LabelledRows rows, double[] answers, double share) => ClassTeaching.Of(rows, answers, share);

    /// <inheritdoc/>
    public override AnswerReading Reading(AnsweringPlan told) => new ClassReading(this, classes, told);
}
