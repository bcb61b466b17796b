using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Linear;

/// <summary>Weighted sums that answer a probability for each class: logistic and multinomial regression.</summary>
public sealed class ClassLinearForm : IForm, IPredictsClasses, IExplains, IReadable, ITrimmable, IAnswersValues, IHasFormula
{
    internal const string Name = "class_linear";
    private readonly LinearScorer _scorer;

    /// <summary>Makes the form.</summary>
    /// <param name="scores">Sums with one output a class, or one output for two classes.</param>
    /// <param name="classes">The classes, in the order of the outputs.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or outputs, classes and link do not go together.</exception>
    public ClassLinearForm(LinearScores scores, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(classes);
        _scorer = new(Name, scores);
        ClassScores.Check(Name, classes, link, _scorer.Outputs);
        Scores = scores;
        Classes = classes;
        Link = link;
        Info = new(Name, _scorer.LayoutVersion, scores.Inputs);
    }

    /// <summary>Coefficients and intercepts.</summary>
    public LinearScores Scores { get; }

    /// <summary>How scores become probabilities.</summary>
    public ProbabilityLink Link { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => LinearText.Parts(Scores);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => LinearText.Lines(Scores, Classes);

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
    public string? Unexplained => null;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) =>
        scale == ContributionScale.Score ? _scorer.Base() : AnswerContributions.Base(_scorer.Base(), Classes.Count, Link);

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output)
    {
        var inputs = Info.Inputs.Count;
        var answers = scale == ContributionScale.Answer ? new AnswerContributions(_scorer.Base(), Classes.Count, Link, inputs) : null;
        var width = (answers is null ? _scorer.Outputs : Classes.Count) * inputs;
        ChunkedExplanation.Fill(_scorer.Inputs, rows, _scorer.Outputs, answers, width, output, _scorer.Explain);
    }

    /// <inheritdoc/>
    public IForm Trim() => TrimmedSums.Of(Scores) is { } trimmed ? new ClassLinearForm(trimmed, Classes, Link) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return LinearFormula.Scores(Scores, columns) is { } scores ? columns.Builder.Linked(scores, Classes.Count, Link) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        LinearScorer.Write(writer, Scores);
        InputRecord.WriteLink(writer, Classes, Link);
    }

    internal static ClassLinearForm Read(IArtifactReader reader)
    {
        var (classes, link) = InputRecord.ReadLink(reader);
        return new(LinearScorer.Read(reader), classes, link);
    }
}
