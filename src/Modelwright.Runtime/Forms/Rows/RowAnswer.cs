using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>A form bound to where its inputs stand in rows of numbers.</summary>
/// <remarks>Answers the same bits as the form does of a table. Immutable; safe from any thread.</remarks>
internal abstract class RowAnswer
{
    /// <summary>Answers rows.</summary>
    /// <param name="rows">Rows x width.</param>
    /// <param name="width">Places a row.</param>
    /// <param name="output">Rows x answers; overwritten.</param>
    internal abstract void Answer(ReadOnlySpan<double> rows, int width, Span<double> output);

    /// <summary>Binds a form.</summary>
    /// <param name="form">A form that answers numbers or classes.</param>
    /// <param name="layout">Where columns stand.</param>
    /// <returns>The bound form; null where an input is not there, or of another type.</returns>
    internal static RowAnswer? Of(IForm form, RowLayout layout) => form switch
    {
        IAnswersValues values => GatheredAnswer.Bind(values, layout),
        NumberBlendForm blend => Of(blend.Members, layout) is { } members ? new BlendAnswer(members, blend.Weights, classes: 0) : null,
        ClassBlendForm blend => Of(blend.Members, layout) is { } members ? new BlendAnswer(members, blend.Weights, blend.Classes.Count) : null,
        NumberPipelineForm or ClassPipelineForm => PipelineAnswer.Bind((SteppedForm)form, layout),
        ClassCalibratedForm calibrated => Of(calibrated.Form, layout) is { } then ? new CalibratedAnswer(then, calibrated.Map, calibrated.Classes.Count) : null,
        _ => TableAnswer.Bind(form, layout),
    };

    private static RowAnswer[]? Of(IReadOnlyList<IForm> members, RowLayout layout)
    {
        var bound = new RowAnswer[members.Count];
        for (var member = 0; member < bound.Length; member++)
        {
            if (Of(members[member], layout) is not { } one)
            {
                return null;
            }

            bound[member] = one;
        }

        return bound;
    }
}
