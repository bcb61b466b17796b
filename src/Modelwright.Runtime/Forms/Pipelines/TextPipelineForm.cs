using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers columns with a text.</summary>
public sealed class TextPipelineForm : SteppedForm, IAnswersText
{
    internal const string Name = "text_pipeline";
    private readonly IAnswersText _form;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers columns with a text.</param>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    public TextPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
        : base(Name, steps, form) => _form = Able<IAnswersText>("answer columns with a text");

    /// <inheritdoc/>
    public IReadOnlyList<AnswerColumn> Answers => _form.Answers;

    /// <inheritdoc/>
    public void Answer(Table rows, Span<double> output) => _form.Answer(Apply(rows), output);

    /// <inheritdoc/>
    public string TextName => _form.TextName;

    /// <inheritdoc/>
    public void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output) => _form.Texts(Apply(rows), answers, output);

    internal static TextPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
