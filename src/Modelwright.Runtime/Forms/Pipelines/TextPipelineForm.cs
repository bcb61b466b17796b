using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers columns with a text.</summary>
public sealed class TextPipelineForm : IForm, IAnswersText, IReadable, ITrimmable
{
    internal const string Name = "text_pipeline";
    private readonly IAnswersText _form;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers columns with a text.</param>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    public TextPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(form);
        _form = form as IAnswersText
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not answer columns with a text, which pipeline '{Name}' needs. Give it one that does.");
        Steps = steps;
        Form = form;
        Info = new(Name, 1, PipelineForm.Inputs(steps, form)) { HoldsRows = form.Info.HoldsRows };
    }

    /// <summary>The steps, in the order in which they are applied.</summary>
    public IReadOnlyList<IFittedStep> Steps { get; }

    /// <summary>What answers after the steps.</summary>
    public IForm Form { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => PipelineText.Parts(Form);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => PipelineText.Lines(Steps, Form);

    /// <inheritdoc/>
    public IReadOnlyList<AnswerColumn> Answers => _form.Answers;

    /// <inheritdoc/>
    public void Answer(Table rows, Span<double> output) => _form.Answer(PipelineForm.Apply(Steps, rows), output);

    /// <inheritdoc/>
    public string TextName => _form.TextName;

    /// <inheritdoc/>
    public void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output) => _form.Texts(PipelineForm.Apply(Steps, rows), answers, output);

    /// <inheritdoc/>
    public IForm Trim() => TrimmedPipeline.Of(Steps, Form) ?? this;

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => PipelineForm.Write(writer, Steps, Form);

    internal static TextPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
