using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Layouts;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Trees that answer a number: boosting or a forest for regression.</summary>
public sealed class NumberTreesForm : IForm, IPredictsNumbers, IExplains, IReadable, ITrimmable, IAveragesParts, IHoldsLayouts, IAnswersValues, IHasFormula
{
    internal const string Name = "number_trees";
    private readonly TreeScorer _scorer;
    private readonly TreeExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="ensemble">Trees with one output.</param>
    /// <exception cref="ArtifactException">The ensemble is not sound, or has more than one output.</exception>
    public NumberTreesForm(TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        _scorer = new(Name, ensemble);
        if (ensemble.Outputs != 1)
        {
            throw new ArtifactException($"Form '{Name}' answers one number; the ensemble has {ensemble.Outputs} outputs. Give it one.");
        }

        Ensemble = ensemble;
        _explanation = new(ensemble, _scorer);
        Info = new(Name, ensemble.LayoutVersion, ensemble.Inputs) { Bytes = ensemble.Bytes };
    }

    /// <summary>The trees.</summary>
    public TreeEnsemble Ensemble { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => TreeText.Parts(Ensemble);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => TreeText.Lines(Ensemble);

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, 1);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output) => _scorer.Score(values, output);

    /// <inheritdoc/>
    public string? Unexplained => _explanation.Unexplained;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => [.. _explanation.Base];

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Info.Inputs.Count);
        _explanation.Explain(rows, output);
    }

    /// <inheritdoc/>
    public int PartCount => Ensemble.PartCount;

    /// <inheritdoc/>
    public IForm OfParts(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return parts < PartCount ? new NumberTreesForm(Ensemble.OfParts(parts)) : this;
    }

    /// <inheritdoc/>
    public void ReleaseLayouts() => _scorer.ReleaseLayouts();

    /// <inheritdoc/>
    public IForm Trim() => TrimmedTrees.Of(Ensemble) is { } trimmed ? new NumberTreesForm(trimmed) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.ReadJoined(Ensemble.Inputs) is { } values ? columns.Builder.Trees(values, Ensemble) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => EnsembleRecord.Write(writer, Ensemble);

    internal static NumberTreesForm Read(IArtifactReader reader) => new(EnsembleRecord.Read(reader));
}
