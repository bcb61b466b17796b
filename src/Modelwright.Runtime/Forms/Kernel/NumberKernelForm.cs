using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>A sum of curved functions that answers a number: support vector regression, or an approximation of kernels.</summary>
public sealed class NumberKernelForm : IForm, IPredictsNumbers, IAnswersValues, IHasFormula
{
    internal const string Name = "number_kernel";
    private readonly ExpansionScorer _scorer;
    private readonly FormInputs _inputs;

    /// <summary>Makes the form.</summary>
    /// <param name="expansion">A sum with one output.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or there is more than one output.</exception>
    public NumberKernelForm(Expansion expansion)
    {
        ArgumentNullException.ThrowIfNull(expansion);
        _scorer = ExpansionScorer.Of(Name, expansion);
        _inputs = new(Name, expansion.Space.Inputs);
        if (_scorer.Outputs != 1)
        {
            throw new ArtifactException($"Form '{Name}' answers one number; the sum has {_scorer.Outputs} outputs. Give it one.");
        }

        Expansion = expansion;
        Info = new(Name, 1, expansion.Space.Inputs) { Bytes = 8 * (expansion.Numbers + expansion.Coefficients.Length), HoldsRows = expansion.HoldsRows };
    }

    /// <summary>The sum.</summary>
    public Expansion Expansion { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, 1);

    FormInputs IAnswersValues.Inputs => _inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output) => _scorer.Score(values, output);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return WaveFormula.Scores(Name, Expansion, columns);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => ExpansionRecord.Write(writer, Expansion);

    internal static NumberKernelForm Read(IArtifactReader reader) => new(ExpansionRecord.Read(reader));
}
