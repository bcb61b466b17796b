using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>Brings numbers that lie far out to the edge of what is usual: two quantiles of the training rows, by weight.</summary>
/// <remarks>
/// Below the lower quantile the value becomes that quantile, above the upper one that; an infinite value is brought to the edge
/// too. A missing value stays missing. A column without a finite value in training is left as it is. What lies between two values
/// is interpolated (type 7 of Hyndman and Fan 1996, Sample quantiles in statistical packages).
/// </remarks>
public sealed record Clip : IStep
{
    internal const string StepName = "clip";

    /// <summary>Number columns to clip; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Share of the training rows that the lower edge is above, from 0 to below <see cref="Upper"/>.</summary>
    public double Lower { get; init; } = 0.005;

    /// <summary>Share of the training rows that the upper edge is above, up to 1.</summary>
    public double Upper { get; init; } = 0.995;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Lower), Lower, 0, 1), (nameof(Upper), Upper, Lower, 1));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Number], keepsInputs: false, (column, _) =>
        {
            var quantiles = WeightedQuantiles.Of(((NumberColumn)column).Values, input.Weights);
            return quantiles.Count == 0 ? null : new ClippedNumber(column.Name, [column.Name], quantiles.At(Lower), quantiles.At(Upper));
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        var least = ColumnCheck.Finite(StepName, input, "lower edge", part.Number("least"));
        var most = ColumnCheck.Finite(StepName, input, "upper edge", part.Number("most"));
        return least <= most
            ? new ClippedNumber(input, outputs, least, most)
            : throw new ArtifactException(FormattableString.Invariant($"Step '{StepName}' clips column '{input}' from {least} to {most}, which is no range. Make the file again."));
    });

    private sealed class ClippedNumber(string input, IReadOnlyList<string> outputs, double least, double most) : MappedNumber(input, outputs)
    {
        protected override void Map(ReadOnlySpan<double> from, Span<double> to)
        {
            for (var row = 0; row < to.Length; row++)
            {
                var value = from[row];
                to[row] = value < least ? least : value > most ? most : value;
            }
        }

        internal override FormulaColumn[] Formula(FormulaColumn from, FormulaBuilder builder) => Made(builder.Held(from.Node, least, most));

        internal override void Write(IArtifactWriter writer)
        {
            writer.Number("least", least);
            writer.Number("most", most);
        }
    }
}
