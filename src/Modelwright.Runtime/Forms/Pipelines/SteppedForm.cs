using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Steps, then a form: what all pipelines have in common, whatever they answer.</summary>
public abstract class SteppedForm : IForm, IReadable, ITrimmable
{
    private protected SteppedForm(string name, IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(form);
        (Steps, Form) = (steps, form);
        Info = new(name, 1, PipelineForm.Inputs(steps, form)) { HoldsRows = form.Info.HoldsRows };
        Rows = new(this);
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
    public IForm Trim() => TrimmedPipeline.Of(Steps, Form) ?? this;

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => PipelineForm.Write(writer, Steps, Form);

    /// <summary>The way without tables between the steps.</summary>
    private protected LastProgram Rows { get; }

    /// <summary>The columns as the form gets them.</summary>
    private protected FormulaColumns Stepped(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var made = columns.Copy();
        foreach (var step in Steps)
        {
            if (step is IStepFormula formula)
            {
                formula.Formula(made);
                continue;
            }

            columns.Tell(new($"step '{step.Name}'", "it makes columns of a whole table"));
        }

        return made;
    }

    private protected Table Apply(Table rows) => PipelineForm.Apply(Steps, rows);

    private protected T Able<T>(string does)
        where T : class => Form as T
            ?? throw new ArtifactException($"Form '{Form.Info.Name}' does not {does}, which pipeline '{Info.Name}' needs. Give it one that does.");
}
