using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Filling;

/// <summary>Fills missing values, so that a learner which cannot take them sees none.</summary>
/// <remarks>
/// A number that is missing or infinite becomes the fill of the training rows (0 where they had no finite value). A category that
/// is missing or was not seen in training becomes the fill too. With <see cref="Indicators"/>, a column 'name:missing' of 0 and 1
/// stands beside every column of which some training rows, but not all, were missing; columns that were missing in the very same
/// rows share that of the first.
/// </remarks>
public sealed record Impute : IStep
{
    internal const string StepName = "impute";

    /// <summary>The level that stands for missing values.</summary>
    public const string MissingLevel = "(missing)";

    /// <summary>Columns to fill; null means all numbers and, with <see cref="FillsCategories"/>, all categories.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether categories are filled too.</summary>
    public bool FillsCategories { get; init; } = true;

    /// <summary>What fills numbers.</summary>
    public NumberFill Numbers { get; init; } = NumberFill.Median;

    /// <summary>What fills categories.</summary>
    public CategoryFill Categories { get; init; } = CategoryFill.OwnLevel;

    /// <summary>Whether to tell the learner where a value was missing.</summary>
    public bool Indicators { get; init; } = true;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ColumnType[] types = FillsCategories ? [ColumnType.Number, ColumnType.Category] : [ColumnType.Number];
        var patterns = new MissingPatterns();
        return StepColumns.FitAndApply(StepName, input, Columns, types, keepsInputs: false, (column, names) =>
        {
            string[] outputs = Indicators && patterns.IsNew(column) ? [column.Name, names.Take($"{column.Name}:missing")] : [column.Name];
            return column is NumberColumn number ? FitNumber(number, outputs, input.Weights) : FitCategory((CategoryColumn)column, outputs);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(
        reader,
        StepName,
        (input, outputs, part) => part.Text("fill") is { } fill
            ? new FilledCategory(input, outputs, new(part.Texts("levels")), fill)
            : new FilledNumber(input, outputs, ColumnCheck.Finite(StepName, input, "fill", part.Number("value"))));

    private FilledNumber FitNumber(NumberColumn column, string[] outputs, double[]? weights) =>
        new(column.Name, outputs, Numbers == NumberFill.Mean ? Moments.Of(column.Values, weights).Mean : Median.Of(column.Values));

    private FilledCategory FitCategory(CategoryColumn column, string[] outputs)
    {
        var counts = new LevelCounts(column);
        var levels = counts.InOrder();
        var fill = Categories == CategoryFill.MostFrequent && levels.Count > 0 ? counts.ByFrequency()[0].Level : MissingLevel;
        if (!levels.Contains(fill, StringComparer.Ordinal))
        {
            levels.Add(fill);
        }

        return new(column.Name, outputs, new(levels), fill);
    }

    private static IReadOnlyList<Feature> FilledFeatures(string input, ColumnType type, IReadOnlyList<string> names)
    {
        if (names.Count is not (1 or 2))
        {
            throw new ArtifactException($"Step '{StepName}' makes {names.Count} columns of column '{input}'; 1 or 2 are possible. Make the file again.");
        }

        Feature filled = new(names[0], type, [input]);
        return names.Count == 1 ? [filled] : [filled, new(names[1], ColumnType.Number, [input])];
    }

    private sealed class FilledNumber(string input, IReadOnlyList<string> outputs, double fill)
        : FittedColumn(input, ColumnType.Number, FilledFeatures(input, ColumnType.Number, outputs))
    {
        internal override string Meaning(int output) => output == 0 ? $"counts as {ReadableNumber.Of(fill)} if missing" : $"is 1 if {Input} is missing, else 0";

        internal override void Apply(Column column, Span<Column> made)
        {
            var values = ((NumberColumn)column).Values;
            var filled = new double[values.BlockCount][];
            var absent = new double[values.BlockCount][];
            for (var block = 0; block < filled.Length; block++)
            {
                var from = values[block];
                var to = filled[block] = new double[from.Length];
                var flags = absent[block] = made.Length > 1 ? new double[from.Length] : [];
                for (var row = 0; row < to.Length; row++)
                {
                    var isFinite = double.IsFinite(from[row]);
                    to[row] = isFinite ? from[row] : fill;
                    if (flags.Length > 0)
                    {
                        flags[row] = isFinite ? 0 : 1;
                    }
                }
            }

            made[0] = new NumberColumn(Outputs[0].Name, MemoryBlocks<double>.FromBlocks(filled));
            if (made.Length > 1)
            {
                made[1] = new NumberColumn(Outputs[1].Name, MemoryBlocks<double>.FromBlocks(absent));
            }
        }

        internal override RowStep[] OnRows(RowSlot from, int to) => [new FilledRows(from.Place, to, fill, Outputs.Count > 1)];

        internal override FormulaColumn[] Formula(FormulaColumn from, FormulaBuilder builder)
        {
            var isFinite = builder.IsFinite(from.Node);
            FormulaColumn filled = new(builder.Of(FormulaOperation.Choose, isFinite, from.Node, builder.Constant(fill)), ColumnType.Number, []);
            return Outputs.Count == 1 ? [filled] : [filled, new(builder.Of(FormulaOperation.Subtract, builder.Constant(1), isFinite), ColumnType.Number, [])];
        }

        /// <summary>The filled column stands first, so that it stays beside what tells where it was missing.</summary>
        protected override FittedColumn Trim(bool[] isWanted) => isWanted[0] ? new FilledNumber(Input, Names(isWanted), fill) : this;

        internal override void Write(IArtifactWriter writer)
        {
            writer.Text("fill", null);
            writer.Number("value", fill);
        }
    }

    private sealed class FilledCategory(string input, IReadOnlyList<string> outputs, LevelList levels, string fill)
        : FittedColumn(input, ColumnType.Category, FilledFeatures(input, ColumnType.Category, outputs))
    {
        private readonly int _fill = levels.Find(fill) is var code and >= 0
            ? code
            : throw new ArtifactException($"Step '{StepName}' fills column '{input}' with level '{fill}', which it does not list. Make the file again.");

        internal override void Apply(Column column, Span<Column> made)
        {
            var category = (CategoryColumn)column;
            made[0] = levels.Recode(category, Outputs[0].Name, _fill, _fill);
            if (made.Length > 1)
            {
                made[1] = Absent(category, Outputs[1].Name);
            }
        }

        private static NumberColumn Absent(CategoryColumn column, string name)
        {
            var blocks = new double[column.Codes.BlockCount][];
            for (var block = 0; block < blocks.Length; block++)
            {
                var from = column.Codes[block];
                var to = blocks[block] = new double[from.Length];
                for (var row = 0; row < to.Length; row++)
                {
                    to[row] = from[row] < 0 ? 1 : 0;
                }
            }

            return new(name, MemoryBlocks<double>.FromBlocks(blocks));
        }

        internal override RowStep[] OnRows(RowSlot from, int to)
        {
            var filled = new LookedUpRows(from.Place, to, levels.Codes(from.Levels, _fill, _fill));
            return Outputs.Count == 1 ? [filled] : [filled, new LookedUpRows(from.Place, to + 1, [1, .. new double[from.Levels.Count]])];
        }

        internal override IReadOnlyList<string> LevelsMade => levels.Levels;

        protected override FittedColumn Trim(bool[] isWanted) => isWanted[0] ? new FilledCategory(Input, Names(isWanted), levels, fill) : this;

        internal override void Write(IArtifactWriter writer)
        {
            writer.Text("fill", fill);
            writer.Texts("levels", levels.Levels);
        }
    }
}
