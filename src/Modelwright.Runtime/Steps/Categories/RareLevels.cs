using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories;

/// <summary>Groups the levels that occur too seldom to learn from into one, "(rare)".</summary>
/// <remarks>
/// Levels are fixed to those of the training rows, the most frequent first, of equals the first by name, "(rare)" last. A level
/// that was not seen in training joins the group where there is one, and is missing where there is none. Missing stays missing.
/// </remarks>
public sealed record RareLevels : IStep
{
    internal const string StepName = "rare_levels";

    /// <summary>The level that stands for all rare ones.</summary>
    public const string Group = "(rare)";

    /// <summary>Category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Training rows that a level must have to stand alone.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>Levels that stand alone at most; the most frequent do.</summary>
    public int MaxLevels { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        StepOptions.Check(StepName, (nameof(MinCount), MinCount, 1), (nameof(MaxLevels), MaxLevels, 1));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Category], keepsInputs: false, (column, _) =>
        {
            var (levels, hasRare) = Split(new LevelCounts((CategoryColumn)column).ByFrequency(), MinCount, MaxLevels);
            if (hasRare)
            {
                levels.Add(Group);
            }

            return new GroupedLevels(column.Name, [column.Name], new(levels));
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        return new GroupedLevels(input, outputs, new(part.Texts("levels")));
    });

    /// <summary>The levels that stand alone, and whether any other is left. A level already named as the group is of the group.</summary>
    internal static (List<string> Levels, bool HasRare) Split(List<(string Level, int Count)> counts, int minCount, int maxLevels)
    {
        var levels = new List<string>();
        var hasRare = false;
        foreach (var (level, count) in counts)
        {
            if (count >= minCount && levels.Count < maxLevels && level != Group)
            {
                levels.Add(level);
            }
            else
            {
                hasRare = true;
            }
        }

        return (levels, hasRare);
    }

    private sealed class GroupedLevels(string input, IReadOnlyList<string> outputs, LevelList levels)
        : FittedColumn(input, ColumnType.Category, Features(input, ColumnType.Category, outputs))
    {
        private readonly int _rare = levels.Find(Group);

        internal override void Apply(Column column, Span<Column> made) =>
            made[0] = levels.Recode((CategoryColumn)column, Outputs[0].Name, CategoryColumn.Missing, _rare);

        internal override RowStep[] OnRows(RowSlot from, int to) =>
            [new LookedUpRows(from.Place, to, levels.Codes(from.Levels, CategoryColumn.Missing, _rare))];

        internal override IReadOnlyList<string> LevelsMade => levels.Levels;

        internal override void Write(IArtifactWriter writer) => writer.Texts("levels", levels.Levels);
    }
}
