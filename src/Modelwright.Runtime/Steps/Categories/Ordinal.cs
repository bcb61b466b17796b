using System.Globalization;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories;

/// <summary>Makes a number of a category: the position of its level among the sorted levels of the training rows, from 0.</summary>
/// <remarks>Levels that all read as numbers are sorted as numbers, others by ordinal text. Missing and unseen levels become missing.</remarks>
public sealed record Ordinal : IStep
{
    internal const string StepName = "ordinal";

    /// <summary>Category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Category], keepsInputs: false, (column, _) =>
    {
        var levels = Sort(new LevelCounts((CategoryColumn)column).InOrder());
        return new NumberedLevels(column.Name, [column.Name], new(levels));
    });

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        return new NumberedLevels(input, outputs, new(part.Texts("levels")));
    });

    private static string[] Sort(List<string> levels)
    {
        var numbers = new double[levels.Count];
        var areNumbers = true;
        for (var level = 0; level < numbers.Length && areNumbers; level++)
        {
            areNumbers = double.TryParse(levels[level], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[level]);
        }

        levels.Sort(string.CompareOrdinal);
        return areNumbers
            ? [.. levels.OrderBy(level => double.Parse(level, NumberStyles.Float, CultureInfo.InvariantCulture))]
            : [.. levels];
    }

    private sealed class NumberedLevels : FittedColumn
    {
        private readonly LevelList _levels;
        private readonly double[] _numbers;

        internal NumberedLevels(string input, IReadOnlyList<string> outputs, LevelList levels)
            : base(input, ColumnType.Category, Features(input, ColumnType.Number, outputs))
        {
            _levels = levels;
            _numbers = new double[levels.Levels.Count];
            for (var level = 0; level < _numbers.Length; level++)
            {
                _numbers[level] = level;
            }
        }

        internal override void Apply(Column column, Span<Column> made) =>
            made[0] = _levels.Look((CategoryColumn)column, Outputs[0].Name, _numbers, double.NaN, double.NaN);

        internal override RowStep[] OnRows(RowSlot from, int to) =>
            [new LookedUpRows(from.Place, to, _levels.Numbers(from.Levels, _numbers, double.NaN, double.NaN))];

        internal override void Write(IArtifactWriter writer) => writer.Texts("levels", _levels.Levels);
    }
}
