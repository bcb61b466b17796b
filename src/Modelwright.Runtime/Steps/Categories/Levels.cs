using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories;

/// <summary>Fixes the levels of a category to those of the training rows, so that a level has the same code everywhere.</summary>
/// <remarks>The most frequent level comes first, of equals the first by name. A level that was not seen in training becomes missing; missing stays missing.</remarks>
public sealed record Levels : IStep
{
    internal const string StepName = "levels";

    /// <summary>Category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Category], keepsInputs: false, (column, _) =>
    {
        var levels = new LevelCounts((CategoryColumn)column).ByFrequency().ConvertAll(level => level.Level);
        return new FixedLevels(column.Name, [column.Name], new(levels));
    });

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        return new FixedLevels(input, outputs, new(part.Texts("levels")));
    });

    private sealed class FixedLevels(string input, IReadOnlyList<string> outputs, LevelList levels)
        : FittedColumn(input, ColumnType.Category, Features(input, ColumnType.Category, outputs))
    {
        internal override void Apply(Column column, Span<Column> made) =>
            made[0] = levels.Recode((CategoryColumn)column, Outputs[0].Name, CategoryColumn.Missing, CategoryColumn.Missing);

        internal override RowStep[] OnRows(RowSlot from, int to) =>
            [new LookedUpRows(from.Place, to, levels.Codes(from.Levels, CategoryColumn.Missing, CategoryColumn.Missing))];

        internal override IReadOnlyList<string> LevelsMade => levels.Levels;

        internal override void Write(IArtifactWriter writer) => writer.Texts("levels", levels.Levels);
    }
}
