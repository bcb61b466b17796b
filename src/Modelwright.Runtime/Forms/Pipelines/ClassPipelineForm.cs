using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers probabilities.</summary>
public sealed class ClassPipelineForm : SteppedForm, IPredictsClasses, IExplains, IHasFormula
{
    internal const string Name = "class_pipeline";
    private readonly IPredictsClasses _form;
    private readonly PipelineExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers probabilities.</param>
    /// <exception cref="ArtifactException">The form answers something else.</exception>
    public ClassPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
        : base(Name, steps, form)
    {
        _form = Able<IPredictsClasses>("answer probabilities");
        _explanation = new(steps, form, Info.Inputs);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => _form.Classes;

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        if (!Rows.TryAnswer(rows, output, Classes.Count))
        {
            _form.PredictProbabilities(Apply(rows), output);
        }
    }

    /// <inheritdoc/>
    public string? Unexplained => _explanation.Unexplained;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => _explanation.Base(scale);

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) => _explanation.Explain(rows, scale, output);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Stepped(columns).Answer(Form);
    }

    internal static ClassPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
