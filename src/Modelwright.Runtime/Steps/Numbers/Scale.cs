using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>Brings numbers to one scale: mean 0 and standard deviation 1 over the training rows, by weight.</summary>
/// <remarks>A column that is constant in training becomes 0. A missing value stays missing. The deviation is that of the population (divided by the count).</remarks>
public sealed record Scale : IStep
{
    internal const string StepName = "scale";

    /// <summary>Number columns to scale; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Number], keepsInputs: false, (column, _) =>
    {
        var moments = Moments.Of(((NumberColumn)column).Values, input.Weights);
        return new ScaledNumber(column.Name, [column.Name], moments.Mean, moments.Deviation);
    });

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        var mean = ColumnCheck.Finite(StepName, input, "mean", part.Number("mean"));
        var deviation = ColumnCheck.Finite(StepName, input, "deviation", part.Number("deviation"));
        return deviation >= 0
            ? new ScaledNumber(input, outputs, mean, deviation)
            : throw new ArtifactException(FormattableString.Invariant($"Step '{StepName}' holds deviation {deviation} for column '{input}'; it must be 0 or more. Make the file again."));
    });

    private sealed class ScaledNumber(string input, IReadOnlyList<string> outputs, double mean, double deviation) : MappedNumber(input, outputs)
    {
        internal override string Meaning(int output) => deviation > 0
            ? $"stands for ({Input} {ReadableNumber.Apart(-mean)}) / {ReadableNumber.Of(deviation)}"
            : "stands for 0";

        protected override void Map(ReadOnlySpan<double> from, Span<double> to)
        {
            for (var row = 0; row < to.Length; row++)
            {
                var value = from[row];
                to[row] = deviation > 0 || double.IsNaN(value) ? (value - mean) / deviation : 0;
            }
        }

        internal override FormulaColumn[] Formula(FormulaColumn from, FormulaBuilder builder) => Made(deviation > 0
            ? builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Subtract, from.Node, builder.Constant(mean)), builder.Constant(deviation))
            : builder.Kept(from.Node, builder.Constant(0)));

        internal override void Write(IArtifactWriter writer)
        {
            writer.Number("mean", mean);
            writer.Number("deviation", deviation);
        }
    }
}
