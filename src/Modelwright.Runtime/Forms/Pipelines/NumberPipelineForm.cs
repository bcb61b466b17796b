using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form that answers numbers.</summary>
public sealed class NumberPipelineForm : SteppedForm, IPredictsNumbers, IExplains, IHasFormula
{
    internal const string Name = "number_pipeline";
    private readonly IPredictsNumbers _form;
    private readonly PipelineExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="steps">Fitted steps, applied in order; may be none.</param>
    /// <param name="form">A form that answers numbers.</param>
    /// <exception cref="ArtifactException">The form answers something else.</exception>
    public NumberPipelineForm(IReadOnlyList<IFittedStep> steps, IForm form)
        : base(Name, steps, form)
    {
        _form = Able<IPredictsNumbers>("answer numbers");
        _explanation = new(steps, form, Info.Inputs);
    }

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output)
    {
        if (!Rows.TryAnswer(rows, output, 1))
        {
            _form.Predict(Apply(rows), output);
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

    internal static NumberPipelineForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (steps, form) = PipelineForm.Read(reader, catalog);
        return new(steps, form);
    }
}
