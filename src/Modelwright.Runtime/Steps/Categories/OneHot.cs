using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories;

/// <summary>Makes a column of 0 and 1 of every level: 'city=Paris'.</summary>
/// <remarks>
/// Levels that are too many or too rare share the column 'city=(rare)'. Where the training rows had missing values, these have a
/// column 'city=(missing)'; where they had none, a missing value is 0 in all columns. A level that was not seen in training
/// counts as rare where there is such a column, and is 0 in all columns where there is none.
/// </remarks>
public sealed record OneHot : IStep
{
    internal const string StepName = "one_hot";

    /// <summary>Category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Levels with a column of their own at most; the most frequent have one.</summary>
    public int MaxLevels { get; init; } = 30;

    /// <summary>Training rows that a level must have for a column of its own.</summary>
    public int MinCount { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        StepOptions.Check(StepName, (nameof(MaxLevels), MaxLevels, 1), (nameof(MinCount), MinCount, 1));
        return StepColumns.FitAndApply(
            StepName, input, Columns, [ColumnType.Category], keepsInputs: false, (column, names) => FitColumn((CategoryColumn)column, names));
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var levels = new LevelList(part.Texts("levels"));
        var (hasRare, hasMissing) = (part.Flag("rare"), part.Flag("missing"));
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, levels.Levels.Count + (hasRare ? 1 : 0) + (hasMissing ? 1 : 0));
        return new HotLevels(input, outputs, levels, hasRare, hasMissing);
    });

    private HotLevels FitColumn(CategoryColumn column, FeatureNames names)
    {
        var counts = new LevelCounts(column);
        var (levels, hasRare) = RareLevels.Split(counts.ByFrequency(), MinCount, MaxLevels);
        var hasMissing = counts.Missing > 0;
        var outputs = levels.ConvertAll(level => names.Take($"{column.Name}={level}"));
        if (hasRare)
        {
            outputs.Add(names.Take($"{column.Name}={RareLevels.Group}"));
        }

        if (hasMissing)
        {
            outputs.Add(names.Take($"{column.Name}={Impute.MissingLevel}"));
        }

        return new(column.Name, outputs, new(levels), hasRare, hasMissing);
    }

    private sealed class HotLevels(string input, IReadOnlyList<string> outputs, LevelList levels, bool hasRare, bool hasMissing)
        : FittedColumn(input, ColumnType.Category, Features(input, ColumnType.Number, outputs))
    {
        private readonly int _rare = hasRare ? levels.Levels.Count : -1;
        private readonly int _missing = hasMissing ? levels.Levels.Count + (hasRare ? 1 : 0) : -1;

        internal override void Apply(Column column, Span<Column> made)
        {
            var category = (CategoryColumn)column;
            var map = levels.MapFrom(category.Levels);
            var hot = new NumberBlocks(made.Length, category.RowCount);
            for (var block = 0; block < category.Codes.BlockCount; block++)
            {
                var codes = category.Codes[block];
                for (var row = 0; row < codes.Length; row++)
                {
                    var code = codes[row];
                    var position = code < 0 ? _missing : map[code];
                    position = code >= 0 && position < 0 ? _rare : position;
                    if (position >= 0)
                    {
                        hot[position, block][row] = 1;
                    }
                }
            }

            hot.Name(Outputs, made);
        }

        internal override RowStep[] OnRows(RowSlot from, int to) =>
            [new HotRows(from.Place, to, Outputs.Count, [_missing, .. levels.MapFrom(from.Levels).Select(position => position < 0 ? _rare : position)])];

        /// <summary>Which levels are rare is told by those that are not: with a column for the rare ones all levels stay.</summary>
        protected override FittedColumn Trim(bool[] isWanted)
        {
            var (keepsRare, keepsMissing) = (_rare >= 0 && isWanted[_rare], _missing >= 0 && isWanted[_missing]);
            bool[] isKept = [.. isWanted.Select((wanted, output) => wanted || (keepsRare && output < _rare))];
            return new HotLevels(Input, Names(isKept), new([.. levels.Levels.Where((_, level) => isKept[level])]), keepsRare, keepsMissing);
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("levels", levels.Levels);
            writer.Flag("rare", hasRare);
            writer.Flag("missing", hasMissing);
        }
    }
}
