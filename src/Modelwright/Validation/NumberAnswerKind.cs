using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Validation.Answering;
using Modelwright.Validation.Teaching;

namespace Modelwright.Validation;

/// <summary>A number for each row.</summary>
internal sealed class NumberAnswerKind : AnswerKind
{
    /// <inheritdoc/>
    public override int Width => 1;

    /// <inheritdoc/>
    public override Answers Pair(LabelledRows rows, double[] predictions)
    {
        var truth = new double[rows.Table.RowCount];
        ((NumberColumn)rows.Target!).Values.CopyTo(truth);
        return new NumberAnswers(truth, predictions) { Weights = rows.Weights };
    }

    /// <inheritdoc/>
    public override IForm Blend(IReadOnlyList<IForm> members, double[] weights) => new NumberBlendForm(members, weights);

    /// <inheritdoc/>
    public override IForm Stack(IReadOnlyList<IForm> members, double[] weights, IForm second, double share) => new NumberStackForm(members, weights, second, share);

    /// <inheritdoc/>
    public override TaughtRows Teach(LabelledRows rows, double[] answers, double share) => NumberTeaching.Of(rows, answers, share);

    /// <inheritdoc/>
    public override AnswerReading Reading(AnsweringPlan told) => new NumberReading(this, told);
}
