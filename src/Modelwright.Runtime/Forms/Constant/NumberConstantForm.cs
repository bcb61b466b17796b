using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Constant;

/// <summary>One number for every row: the mean or median as a baseline.</summary>
public sealed class NumberConstantForm : IForm, IPredictsNumbers, IExplains, IReadable, IHasFormula
{
    internal const string Name = "number_constant";

    /// <summary>Makes the form.</summary>
    /// <param name="value">The answer; finite.</param>
    /// <exception cref="ArtifactException">The answer is not finite.</exception>
    public NumberConstantForm(double value) =>
        Value = double.IsFinite(value)
            ? value
            : throw new ArtifactException(FormattableString.Invariant($"Form '{Name}' answers {value}. Give it a finite number."));

    /// <summary>The answer.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; } = new(Name, 1, []);

    /// <inheritdoc/>
    public FormParts Parts { get; } = new(1, "answers");

    /// <inheritdoc/>
    public IEnumerable<string> Lines => [ReadableNumber.Of(Value)];

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        output.Fill(Value);
    }

    /// <inheritdoc/>
    public string? Unexplained => null;

    /// <inheritdoc/>
    public double[] Base(ContributionScale scale) => [Value];

    /// <inheritdoc/>
    public void Explain(Table rows, ContributionScale scale, Span<double> output) => RowChunks.CheckLength(output, 0, 0);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Builder.Constant(Value);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Number("value", Value);
    }

    internal static NumberConstantForm Read(IArtifactReader reader) => new(reader.Number("value"));
}
