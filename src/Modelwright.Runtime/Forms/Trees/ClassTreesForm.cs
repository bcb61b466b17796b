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

/// <summary>Trees that answer a probability for each class: boosting or a forest for classification.</summary>
public sealed class ClassTreesForm : IForm, IPredictsClasses, IExplains, IReadable, ITrimmable, IAveragesParts, IHoldsLayouts, IAnswersValues, IHasFormula
{
    internal const string Name = "class_trees";
    private readonly TreeScorer _scorer;
    private readonly TreeExplanation _explanation;

    /// <summary>Makes the form.</summary>
    /// <param name="ensemble">Trees with one output a class, or one output for two classes.</param>
    /// <param name="classes">The classes, in the order of the outputs.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <exception cref="ArtifactException">The ensemble is not sound, or outputs, classes and link do not go together.</exception>
    public ClassTreesForm(TreeEnsemble ensemble, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(classes);
        _scorer = new(Name, ensemble);
        ClassScores.Check(Name, classes, link, ensemble.Outputs);
        Ensemble = ensemble;
        Classes = classes;
        Link = link;
        _explanation = new(ensemble, _scorer);
        Info = new(Name, ensemble.LayoutVersion, ensemble.Inputs) { Bytes = ensemble.Bytes };
    }

    /// <summary>The trees.</summary>
    public TreeEnsemble Ensemble { get; }

    /// <summary>How scores become probabilities.</summary>
    public ProbabilityLink Link { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => TreeText.Parts(Ensemble);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => TreeText.Lines(Ensemble, Classes, Link);

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, Classes.Count);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output)
    {
        using var scores = new Room(output.Length / Classes.Count * _scorer.Outputs);
        _scorer.Score(values, scores.Values);
        ClassScores.ToProbabilities(scores.Values, output, Classes.Count, Link);
    }

    /// <inheritdoc/>
    public string? Unexplained => _explanation.Unexplained;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) =>
        scale == ContributionScale.Score ? [.. _explanation.Base] : AnswerContributions.Base(_explanation.Base, Classes.Count, Link);

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var inputs = Info.Inputs.Count;
        if (scale == ContributionScale.Score)
        {
            RowChunks.CheckLength(output, rows.RowCount, Ensemble.Outputs * inputs);
            _explanation.Explain(rows, output);
            return;
        }

        RowChunks.CheckLength(output, rows.RowCount, Classes.Count * inputs);
        _explanation.Explain(rows, new AnswerContributions(_explanation.Base, Classes.Count, Link, inputs), output);
    }

    /// <inheritdoc/>
    public int PartCount => Ensemble.PartCount;

    /// <inheritdoc/>
    public IForm OfParts(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return parts < PartCount ? new ClassTreesForm(Ensemble.OfParts(parts), Classes, Link) : this;
    }

    /// <inheritdoc/>
    public void ReleaseLayouts() => _scorer.ReleaseLayouts();

    /// <inheritdoc/>
    public IForm Trim() => TrimmedTrees.Of(Ensemble) is { } trimmed ? new ClassTreesForm(trimmed, Classes, Link) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.ReadJoined(Ensemble.Inputs) is { } values ? columns.Builder.Linked(columns.Builder.Trees(values, Ensemble), Classes.Count, Link) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        EnsembleRecord.Write(writer, Ensemble);
        InputRecord.WriteLink(writer, Classes, Link);
    }

    internal static ClassTreesForm Read(IArtifactReader reader)
    {
        var (classes, link) = InputRecord.ReadLink(reader);
        return new(EnsembleRecord.Read(reader), classes, link);
    }
}
