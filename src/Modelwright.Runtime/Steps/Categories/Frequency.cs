using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories;

/// <summary>Makes a number of a category: how common its level is in the training rows, 'city:share' or 'city:count'.</summary>
/// <remarks>
/// A share is of the weight of all training rows, a count the weight of the level's rows (their number where rows have no weights).
/// Missing is a level of its own; a level that was not seen in training is 0.
/// </remarks>
public sealed record Frequency : IStep
{
    internal const string StepName = "frequency";

    /// <summary>Category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether rows are counted instead of shared out.</summary>
    public bool Counts { get; init; }

    /// <summary>Whether the category stays beside its number.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Category], KeepsInputs, (column, names) =>
    {
        var category = (CategoryColumn)column;
        var levels = new LevelCounts(category).InOrder();
        levels.Sort(string.CompareOrdinal);
        var known = new LevelList(levels);
        var values = Weigh(category, known, input.Weights);
        return new CommonLevels(category.Name, [names.Take($"{category.Name}:{(Counts ? "count" : "share")}")], known, values);
    });

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        var levels = new LevelList(part.Texts("levels"));
        var values = part.Numbers("values");
        ColumnCheck.Count(StepName, input, "values", values.Length, levels.Levels.Count + 1);
        foreach (var value in values)
        {
            ColumnCheck.Finite(StepName, input, "value", value);
        }

        return new CommonLevels(input, outputs, levels, values);
    });

    /// <summary>The weight of each level, and that of missing at the end; as shares of all unless counts are asked for.</summary>
    private double[] Weigh(CategoryColumn column, LevelList levels, double[]? weights)
    {
        var map = levels.MapFrom(column.Levels);
        var sums = new double[levels.Levels.Count + 1];
        var (row, total) = (0, 0.0);
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                var weight = weights is null ? 1 : weights[row];
                sums[code < 0 ? ^1 : map[code]] += weight;
                total += weight;
                row++;
            }
        }

        return Counts || !(total > 0) ? sums : Array.ConvertAll(sums, sum => sum / total);
    }

    /// <summary>One value a level, then that of missing.</summary>
    private sealed class CommonLevels(string input, IReadOnlyList<string> outputs, LevelList levels, double[] values)
        : FittedColumn(input, ColumnType.Category, Features(input, ColumnType.Number, outputs))
    {
        internal override void Apply(Column column, Span<Column> made) =>
            made[0] = levels.Look((CategoryColumn)column, Outputs[0].Name, values, values[^1], 0);

        internal override RowStep[] OnRows(RowSlot from, int to) =>
            [new LookedUpRows(from.Place, to, levels.Numbers(from.Levels, values, values[^1], 0))];

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("levels", levels.Levels);
            writer.Numbers("values", values);
        }
    }
}
