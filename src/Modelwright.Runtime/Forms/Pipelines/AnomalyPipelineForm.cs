using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that scores how strange rows are.</summary>
public sealed class AnomalyPipelineForm : SteppedForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_pipeline";
    private readonly IScoresAnomalies _form;
    private readonly Lazy<int[][]> _sources;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that scores how strange rows are.</param>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    public AnomalyPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
        : base(Name, steps, form)
    {
        _form = Able<IScoresAnomalies>("score how strange rows are");
        _sources = new(() => FeatureSources.Of(steps, form, Info.Inputs));
    }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _form.Score(Apply(rows), output);

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
            explains.Strangeness(Apply(rows), found);
            FeatureSources.SumUp(_sources.Value, found, Info.Inputs.Count, output);
        }
    }

    internal static AnomalyPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
