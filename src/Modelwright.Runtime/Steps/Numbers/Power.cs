using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>Bends a skewed number towards a normal distribution: the power transformation of Yeo and Johnson, its exponent by maximum likelihood.</summary>
/// <remarks>
/// From 0 on ((x + 1)^e - 1) / e, or ln(x + 1) for e = 0; below 0 -((1 - x)^(2 - e) - 1) / (2 - e), or -ln(1 - x) for e = 2. The
/// exponent is looked for between -5 and 5 by weight, on at most 20,000 training rows spread evenly; a constant column gets 1 and
/// stays as it is. The mean and scale are left alone (step 'scale' sets those). Missing stays missing. Source: Yeo and Johnson 2000,
/// A new family of power transformations to improve normality or symmetry.
/// </remarks>
public sealed record Power : IStep
{
    internal const string StepName = "power";

    /// <summary>Number columns to transform; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Number], keepsInputs: false, (column, _) =>
        new PoweredNumber(column.Name, [column.Name], YeoJohnson.Fit(((NumberColumn)column).Values, input.Weights)));

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        var exponent = part.Number("exponent");
        return Math.Abs(exponent) <= YeoJohnson.Most
            ? new PoweredNumber(input, outputs, exponent)
            : throw new ArtifactException(FormattableString.Invariant($"Step '{StepName}' holds exponent {exponent} for column '{input}'; it must be from -{YeoJohnson.Most} to {YeoJohnson.Most}. Make the file again."));
    });

    private sealed class PoweredNumber(string input, IReadOnlyList<string> outputs, double exponent) : MappedNumber(input, outputs)
    {
        protected override void Map(ReadOnlySpan<double> from, Span<double> to)
        {
            for (var row = 0; row < to.Length; row++)
            {
                to[row] = exponent == 1 || double.IsNaN(from[row]) ? from[row] : YeoJohnson.Map(from[row], exponent);
            }
        }

        internal override FormulaColumn[] Formula(FormulaColumn from, FormulaBuilder builder) => Made(exponent == 1 ? from.Node : YeoJohnson.Formula(from.Node, exponent, builder));

        internal override void Write(IArtifactWriter writer) => writer.Number("exponent", exponent);
    }
}
