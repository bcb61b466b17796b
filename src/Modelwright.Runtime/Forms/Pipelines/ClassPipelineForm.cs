using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers probabilities.</summary>
public sealed class ClassPipelineForm : IForm, IPredictsClasses, IExplains, IReadable, ITrimmable
{
    internal const string Name = "class_pipeline";
    private readonly IPredictsClasses _form;
    private readonly PipelineExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers probabilities.</param>
    /// <exception cref="ArtifactException">The form answers something else.</exception>
    public ClassPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(form);
        _form = form as IPredictsClasses
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not answer probabilities, which pipeline '{Name}' needs. Give it one that does.");
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
    public IReadOnlyList<string> Classes => _form.Classes;

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => PipelineText.Parts(Form);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => PipelineText.Lines(Steps, Form);

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output) => _form.PredictProbabilities(PipelineForm.Apply(Steps, rows), output);

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

    internal static ClassPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
