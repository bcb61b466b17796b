using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers numbers.</summary>
public sealed class NumberPipelineForm : IForm, IPredictsNumbers, IExplains, IReadable, ITrimmable
{
    internal const string Name = "number_pipeline";
    private readonly IPredictsNumbers _form;
    private readonly PipelineExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers numbers.</param>
    /// <exception cref="ArtifactException">The form answers something else.</exception>
    public NumberPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(form);
        _form = form as IPredictsNumbers
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not answer numbers, which pipeline '{Name}' needs. Give it one that does.");
        Steps = steps;
        Form = form;
        Info = new(Name, 1, PipelineForm.Inputs(steps, form)) { HoldsRows = form.Info.HoldsRows };
        _explanation = new(steps, form, Info.Inputs);
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
    public void Predict(Table rows, Span<double> output) => _form.Predict(PipelineForm.Apply(Steps, rows), output);

    /// <inheritdoc/>
    public string? Unexplained => _explanation.Unexplained;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => _explanation.Base(scale);

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) => _explanation.Explain(rows, scale, output);

    /// <inheritdoc/>
    public IForm Trim() => TrimmedPipeline.Of(Steps, Form) ?? this;

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => PipelineForm.Write(writer, Steps, Form);

    internal static NumberPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
