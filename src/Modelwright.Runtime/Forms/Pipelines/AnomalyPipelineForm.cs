using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that scores how strange rows are.</summary>
public sealed class AnomalyPipelineForm : IForm, IExplainsStrangeness, IReadable, ITrimmable
{
    internal const string Name = "anomaly_pipeline";
    private readonly IScoresAnomalies _form;
    private readonly Lazy<int[][]> _sources;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that scores how strange rows are.</param>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    public AnomalyPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(form);
        _form = form as IScoresAnomalies
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not score how strange rows are, which pipeline '{Name}' needs. Give it one that does.");
        Steps = steps;
        Form = form;
        Info = new(Name, 1, PipelineForm.Inputs(steps, form)) { HoldsRows = form.Info.HoldsRows };
        _sources = new(() => FeatureSources.Of(steps, form, Info.Inputs));
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
    public void Score(Table rows, Span<double> output) => _form.Score(PipelineForm.Apply(Steps, rows), output);

    /// <summary>What the form behind the steps says of its features, summed up to the inputs; 0 for all where that form does not say.</summary>
    /// <param name="rows">Columns by name.</param>
    /// <param name="output">Rows x inputs.</param>
    public void Strangeness(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Info.Inputs.Count);
        output.Clear();
        if (_form is IExplainsStrangeness explains)
        {
            var found = new double[rows.RowCount * Form.Info.Inputs.Count];
            explains.Strangeness(PipelineForm.Apply(Steps, rows), found);
            FeatureSources.SumUp(_sources.Value, found, Info.Inputs.Count, output);
        }
    }

    /// <inheritdoc/>
    public IForm Trim() => TrimmedPipeline.Of(Steps, Form) ?? this;

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => PipelineForm.Write(writer, Steps, Form);

    internal static AnomalyPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
