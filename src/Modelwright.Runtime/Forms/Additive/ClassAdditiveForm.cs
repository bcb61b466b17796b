using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>Sums of shape functions that answer a probability for each class.</summary>
public sealed class ClassAdditiveForm : IForm, IPredictsClasses, IExplains, IReadable, IAnswersValues, IHasFormula
{
    internal const string Name = "class_additive";
    private readonly AdditiveScorer _scorer;

    /// <summary>Makes the form.</summary>
    /// <param name="terms">Terms with one output a class, or one output for two classes.</param>
    /// <param name="classes">The classes, in the order of the outputs.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or outputs, classes and link do not go together.</exception>
    public ClassAdditiveForm(AdditiveTerms terms, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(classes);
        _scorer = new(Name, terms);
        ClassScores.Check(Name, classes, link, _scorer.Outputs);
        (Terms, Classes, Link) = (terms, classes, link);
        Info = new(Name, 1, terms.Inputs) { Bytes = terms.Bytes };
    }

    /// <summary>The shape functions.</summary>
    public AdditiveTerms Terms { get; }

    /// <summary>How scores become probabilities.</summary>
    public ProbabilityLink Link { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => AdditiveText.Parts(Terms);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => AdditiveText.Lines(Terms, Classes);

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, Classes.Count);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output)
    {
        using var scores = new Room(output.Length / Classes.Count * _scorer.Outputs);
        _scorer.Score(values, scores.Values);
        ClassScores.ToProbabilities(scores.Values, output, Classes.Count, Link);
    }

    /// <summary>What each term adds to each score, before the link; exact, as scores are sums.</summary>
    /// <param name="rows">A table with the inputs.</param>
    /// <param name="output">Rows x terms x outputs: shapes in the order of the inputs, then pairs. With the intercepts they add up to the scores.</param>
    public void Contributions(Table rows, Span<double> output) => _scorer.Explain(rows, output);

    /// <inheritdoc/>
    public string? Unexplained => null;

    /// <inheritdoc/>
    /// <remarks>The intercepts: over the rows that the model was fitted to, every term has mean 0.</remarks>
    public double[] Base(ContributionScale scale) =>
        scale == ContributionScale.Score ? [.. Terms.Intercepts] : AnswerContributions.Base(Terms.Intercepts, Classes.Count, Link);

    /// <inheritdoc/>
    /// <remarks>A pair counts half to each of its inputs.</remarks>
    public void Explain(Table rows, ContributionScale scale, Span<double> output)
    {
        var inputs = Info.Inputs.Count;
        var answers = scale == ContributionScale.Answer ? new AnswerContributions(Terms.Intercepts, Classes.Count, Link, inputs) : null;
        var width = (answers is null ? _scorer.Outputs : Classes.Count) * inputs;
        ChunkedExplanation.Fill(_scorer.Inputs, rows, _scorer.Outputs, answers, width, output, _scorer.Contribute);
    }

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return AdditiveFormula.Scores(Terms, columns) is { } scores ? columns.Builder.Linked(scores, Classes.Count, Link) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        AdditiveRecord.Write(writer, Terms);
        InputRecord.WriteLink(writer, Classes, Link);
    }

    internal static ClassAdditiveForm Read(IArtifactReader reader)
    {
        var (classes, link) = InputRecord.ReadLink(reader);
        return new(AdditiveRecord.Read(reader), classes, link);
    }
}
