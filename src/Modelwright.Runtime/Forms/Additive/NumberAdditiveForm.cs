using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>A sum of shape functions that answers a number.</summary>
public sealed class NumberAdditiveForm : IForm, IPredictsNumbers, IExplains, IReadable, IAnswersValues, IHasFormula
{
    internal const string Name = "number_additive";
    private readonly AdditiveScorer _scorer;

    /// <summary>Makes the form.</summary>
    /// <param name="terms">Terms with one output.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or there is more than one output.</exception>
    public NumberAdditiveForm(AdditiveTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _scorer = new(Name, terms);
        if (_scorer.Outputs != 1)
        {
            throw new ArtifactException($"Form '{Name}' answers one number; the terms have {_scorer.Outputs} outputs. Give them one.");
        }

        Terms = terms;
        Info = new(Name, 1, terms.Inputs) { Bytes = terms.Bytes };
    }

    /// <summary>The shape functions.</summary>
    public AdditiveTerms Terms { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => AdditiveText.Parts(Terms);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => AdditiveText.Lines(Terms);

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, 1);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output) => _scorer.Score(values, output);

    /// <summary>What each term adds to each answer; exact, as the model is a sum.</summary>
    /// <param name="rows">A table with the inputs.</param>
    /// <param name="output">Rows x terms: shapes in the order of the inputs, then pairs. With the intercept a row adds up to its answer.</param>
    public void Contributions(Table rows, Span<double> output) => _scorer.Explain(rows, output);

    /// <inheritdoc/>
    public string? Unexplained => null;

    /// <inheritdoc/>
    /// <remarks>The intercept: over the rows that the model was fitted to, every term has mean 0.</remarks>
    public double[] Base(ContributionScale scale) => [.. Terms.Intercepts];

    /// <inheritdoc/>
    /// <remarks>A pair counts half to each of its inputs.</remarks>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) =>
        ChunkedExplanation.Fill(_scorer.Inputs, rows, scores: 1, answers: null, Info.Inputs.Count, output, _scorer.Contribute);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return AdditiveFormula.Scores(Terms, columns);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => AdditiveRecord.Write(writer, Terms);

    internal static NumberAdditiveForm Read(IArtifactReader reader) => new(AdditiveRecord.Read(reader));
}
