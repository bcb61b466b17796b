using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that assigns clusters.</summary>
public sealed class ClusterPipelineForm : SteppedForm, IAssignsClusters
{
    internal const string Name = "cluster_pipeline";
    private readonly IAssignsClusters _form;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that assigns clusters.</param>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    public ClusterPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
        : base(Name, steps, form) => _form = Able<IAssignsClusters>("assign clusters");

    /// <inheritdoc/>
    public int Clusters => _form.Clusters;

    /// <inheritdoc/>
    public void Assign(Table rows, Span<int> clusters, Span<double> distances, Span<double> doubts) => _form.Assign(Apply(rows), clusters, distances, doubts);

    internal static ClusterPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
