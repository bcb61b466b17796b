using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Linear;

/// <summary>A weighted sum that answers a number: linear regression.</summary>
public sealed class NumberLinearForm : IForm, IPredictsNumbers, IExplains, IReadable, ITrimmable, IAnswersValues, IHasFormula
{
    internal const string Name = "number_linear";
    private readonly LinearScorer _scorer;

    /// <summary>Makes the form.</summary>
    /// <param name="scores">Sums with one output.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or there is more than one output.</exception>
    public NumberLinearForm(LinearScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        _scorer = new(Name, scores);
        if (_scorer.Outputs != 1)
        {
            throw new ArtifactException($"Form '{Name}' answers one number; the sums have {_scorer.Outputs} outputs. Give them one.");
        }

        Scores = scores;
        Info = new(Name, _scorer.LayoutVersion, scores.Inputs);
    }

    /// <summary>Coefficients and intercept.</summary>
    public LinearScores Scores { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => LinearText.Parts(Scores);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => LinearText.Lines(Scores);

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, 1);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output) => _scorer.Score(values, output);

    /// <inheritdoc/>
    public string? Unexplained => null;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => _scorer.Base();

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) =>
        ChunkedExplanation.Fill(_scorer.Inputs, rows, scores: 1, answers: null, Info.Inputs.Count, output, _scorer.Explain);

    /// <inheritdoc/>
    public IForm Trim() => TrimmedSums.Of(Scores) is { } trimmed ? new NumberLinearForm(trimmed) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return LinearFormula.Scores(Scores, columns);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => LinearScorer.Write(writer, Scores);

    internal static NumberLinearForm Read(IArtifactReader reader) => new(LinearScorer.Read(reader));
}
