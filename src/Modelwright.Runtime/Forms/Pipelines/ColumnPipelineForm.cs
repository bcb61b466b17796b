using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers columns.</summary>
public sealed class ColumnPipelineForm : SteppedForm, IAnswersColumns
{
    internal const string Name = "column_pipeline";
    private readonly IAnswersColumns _form;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers columns.</param>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    public ColumnPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
        : base(Name, steps, form) => _form = Able<IAnswersColumns>("answer columns");

    /// <inheritdoc/>
    public IReadOnlyList<AnswerColumn> Answers => _form.Answers;

    /// <inheritdoc/>
    public void Answer(Table rows, Span<double> output) => _form.Answer(Apply(rows), output);

    internal static ColumnPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
