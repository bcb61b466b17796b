using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Categories.Encoding;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Categories;

/// <summary>Makes a number of a category: the mean of the target over the training rows of the level, drawn towards the mean of all.</summary>
/// <remarks>
/// (sum of the target over the level's rows + Smoothing x mean of all) / (rows of the level + Smoothing), by weight. The training
/// rows themselves are encoded out of fold, so that no row sees its own answer. Regression gives 'name:target'; classes give
/// 'name:target=CLASS', the share of the class, for every class but the first. Missing is a level of its own; a level that was not
/// seen in training, and missing where training had none, get the mean of all. Where Smoothing is not told, each column has its own
/// for each class or the number, out of fold from the same rows: what rows of one level differ by over what levels differ by.
/// Source: Micci-Barreca 2001, A preprocessing scheme for high-cardinality categorical attributes.
/// </remarks>
public sealed record TargetEncoding : IStep
{
    internal const string StepName = "target_encoding";

    /// <summary>Classes that the target may have at most; more would make too many columns.</summary>
    public const int MaxClasses = 10;

    /// <summary>Category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Rows' worth of the mean of all that is mixed into every level, 0 or more; null to have it estimated, from 0.5 to 500.</summary>
    public double? Smoothing { get; init; }

    /// <summary>Parts into which the training rows are dealt by the seed; each is encoded by the others. At least 2; more than 255 count as 255.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Whether the category stays beside its numbers.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.Check(StepName, (nameof(Smoothing), Smoothing ?? 0, 0), (nameof(Folds), Folds, 2));
        var targets = EncodedTarget.Of(input, StepName, "target");
        var foldCount = Math.Min(Folds, byte.MaxValue);
        var folds = FoldDealing.Deal(input.Rows.RowCount, foldCount, input.Seed);
        var sums = new List<LevelSums>();
        var step = StepColumns.Fit(StepName, input, Columns, [ColumnType.Category], KeepsInputs, (column, names) =>
        {
            var ofColumn = LevelSums.Of((CategoryColumn)column, targets, (folds, foldCount), Smoothing);
            sums.Add(ofColumn);
            string[] outputs = [.. targets.Names.Select(name => names.Take(column.Name + name))];
            return new EncodedLevels(column.Name, outputs, new(ofColumn.Levels), ofColumn.Encode());
        });
        return new(step, step.Replace(input.Rows, (position, column, made) =>
        {
            input.Cancellation.ThrowIfCancellationRequested();
            var encoded = sums[position].EncodeOutOfFold((CategoryColumn)column, folds);
            for (var output = 0; output < made.Length; output++)
            {
                made[output] = new NumberColumn(step.Columns[position].Outputs[output].Name, encoded[output]);
            }
        }));
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var levels = new LevelList(part.Texts("levels"));
        var values = part.Numbers("values");
        ColumnCheck.Count(StepName, input, "values", values.Length, outputs.Count * (levels.Levels.Count + 2));
        foreach (var value in values)
        {
            ColumnCheck.Finite(StepName, input, "value", value);
        }

        return new EncodedLevels(input, outputs, levels, values);
    });

    /// <summary>An output's values stand together: one a level, then that of missing, then that of unseen.</summary>
    private sealed class EncodedLevels(string input, IReadOnlyList<string> outputs, LevelList levels, double[] values)
        : FittedColumn(input, ColumnType.Category, Features(input, ColumnType.Number, outputs))
    {
        internal override void Apply(Column column, Span<Column> made)
        {
            var count = levels.Levels.Count;
            for (var output = 0; output < made.Length; output++)
            {
                var own = values.AsSpan(output * (count + 2), count + 2);
                made[output] = levels.Look((CategoryColumn)column, Outputs[output].Name, own, own[count], own[count + 1]);
            }
        }

        internal override RowStep[] OnRows(RowSlot from, int to)
        {
            var count = levels.Levels.Count;
            var steps = new RowStep[Outputs.Count];
            for (var output = 0; output < steps.Length; output++)
            {
                var own = values.AsSpan(output * (count + 2), count + 2).ToArray();
                steps[output] = new LookedUpRows(from.Place, to + output, levels.Numbers(from.Levels, own, own[count], own[count + 1]));
            }

            return steps;
        }

        protected override FittedColumn Trim(bool[] isWanted)
        {
            var width = levels.Levels.Count + 2;
            return new EncodedLevels(Input, Names(isWanted), levels, [.. values.Where((_, place) => isWanted[place / width])]);
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("levels", levels.Levels);
            writer.Numbers("values", values);
        }
    }
}
