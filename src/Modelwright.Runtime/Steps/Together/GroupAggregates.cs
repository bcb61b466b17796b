using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Together;

/// <summary>Compares a number with those of its group: for 'price' by 'city' it makes 'price by city:mean', ':deviation', ':count', ':difference' and ':ratio'.</summary>
/// <remarks>
/// Mean and deviation (population) of the finite values of the level's training rows, by weight, with Smoothing rows' worth of those of
/// all rows mixed in; the count of such rows; the row's own value less the mean, and divided by it (missing where the mean is 0 or the result is beyond all numbers).
/// Missing is a level of its own; a level not seen in training has mean and deviation of all rows and count 0. Where the
/// own value is missing or infinite, difference and ratio are missing. The target is never used. The columns stay.
/// </remarks>
public sealed record GroupAggregates : IStep
{
    internal const string StepName = "group_aggregates";

    /// <summary>Pairs that are taken where none is named, at most.</summary>
    public const int MostPairs = 50;

    /// <summary>Number and category of each pair; null means every number by every category of the table, at most <see cref="MostPairs"/>.</summary>
    public IReadOnlyList<ColumnPair>? Pairs { get; init; }

    /// <summary>Rows' worth of all rows that is mixed into every level; 0 or more.</summary>
    public double Smoothing { get; init; } = 10;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range, or no pair is named where there would be too many.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Smoothing), Smoothing, 0, double.MaxValue));
        var names = new FeatureNames(input.Rows);
        var tuples = new List<FittedTuple>();
        foreach (var pair in PairsOf.Columns(StepName, input.Rows, Pairs ?? All(input.Rows), (ColumnType.Number, ColumnType.Category)))
        {
            input.Cancellation.ThrowIfCancellationRequested();
            var learned = GroupFigures.Of((NumberColumn)input.Rows[pair.First], (CategoryColumn)input.Rows[pair.Second], input.Weights, Smoothing);
            string[] outputs = [.. GroupFigures.Names.Select(figure => names.Take($"{pair.First} by {pair.Second}:{figure}"))];
            tuples.Add(new GroupTuple(pair, outputs, learned));
        }

        var step = new FittedTupleStep(StepName, keepsInputs: true, tuples);
        input.Cancellation.ThrowIfCancellationRequested();
        return new(step, step.Apply(input.Rows));
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedTupleStep.Read(reader, StepName, 2..2, (inputs, outputs, part) =>
    {
        ColumnCheck.Count(StepName, inputs[0], "outputs", outputs.Count, GroupFigures.Names.Length);
        var levels = new LevelList(part.Texts("levels"));
        var values = part.Numbers("values");
        ColumnCheck.Count(StepName, inputs[0], "values", values.Length, GroupFigures.Stored * (levels.Levels.Count + 2));
        return SoundArrays.AreFinite(values)
            ? new GroupTuple(new(inputs[0], inputs[1]), outputs, (levels, values))
            : throw new ArtifactException($"Step '{StepName}' holds a value for column '{inputs[0]}' that is not finite. Make the file again.");
    });

    private static List<ColumnPair> All(Table rows)
    {
        List<ColumnPair> pairs =
        [
            .. from number in rows.Columns where number.Type == ColumnType.Number
               from category in rows.Columns where category.Type == ColumnType.Category
               select new ColumnPair(number.Name, category.Name),
        ];
        return pairs.Count <= MostPairs
            ? pairs
            : throw new OptionsException($"Step '{StepName}' was told no pairs, and the table has {pairs.Count} of a number and a category; at most {MostPairs} are taken unasked. Name the pairs.");
    }

    /// <summary>Three values a level stand together: mean, deviation, count; behind the levels those of missing and of unseen.</summary>
    private sealed class GroupTuple(ColumnPair pair, IReadOnlyList<string> outputs, (LevelList Levels, double[] Values) learned)
        : FittedTuple([(pair.First, ColumnType.Number), (pair.Second, ColumnType.Category)], outputs)
    {
        internal override void Apply(IReadOnlyList<Column> columns, NumberBlocks made)
        {
            var (numbers, category) = (((NumberColumn)columns[0]).Values, (CategoryColumn)columns[1]);
            var map = learned.Levels.MapFrom(category.Levels);
            var count = learned.Levels.Levels.Count;
            for (var block = 0; block < numbers.BlockCount; block++)
            {
                var own = numbers[block];
                var codes = category.Codes[block];
                for (var row = 0; row < own.Length; row++)
                {
                    var level = codes[row] < 0 ? count : map[codes[row]] is var known and >= 0 ? known : count + 1;
                    var group = learned.Values.AsSpan(GroupFigures.Stored * level, GroupFigures.Stored);
                    for (var figure = 0; figure < group.Length; figure++)
                    {
                        made[figure, block][row] = group[figure];
                    }

                    made[3, block][row] = Finite.OrMissing(own[row] - group[0]);
                    made[4, block][row] = Finite.OrMissing(own[row] / group[0]);
                }
            }
        }

        internal override RowStep OnRows(RowSlot[] from, int to) => new GroupRows(from[0].Place, from[1].Place, to, Figures(from[1].Levels));

        /// <summary>The figures of a missing value, then of each code of other levels.</summary>
        private double[] Figures(IReadOnlyList<string> levels)
        {
            var count = learned.Levels.Levels.Count;
            int[] groups = [count, .. learned.Levels.MapFrom(levels).Select(known => known >= 0 ? known : count + 1)];
            return [.. groups.SelectMany(group => learned.Values.AsSpan(GroupFigures.Stored * group, GroupFigures.Stored).ToArray())];
        }

        internal override FormulaNode[] Formula(FormulaColumn[] from, FormulaBuilder builder)
        {
            var figures = builder.Lookup(from[1].Node, Figures(from[1].Levels), GroupFigures.Stored);
            var mean = builder.Take(figures, 0);
            return
            [
                mean,
                builder.Take(figures, 1),
                builder.Take(figures, 2),
                builder.FiniteOrMissing(builder.Of(FormulaOperation.Subtract, from[0].Node, mean)),
                builder.FiniteOrMissing(builder.Of(FormulaOperation.Divide, from[0].Node, mean)),
            ];
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("levels", learned.Levels.Levels);
            writer.Numbers("values", learned.Values);
        }
    }

    /// <summary>Compares a place of a row with the figures of the group that another place names.</summary>
    private sealed class GroupRows(int number, int category, int to, double[] figures) : RowStep(number, to)
    {
        internal override void Apply(Span<double> rows, int width)
        {
            for (var row = 0; row < rows.Length; row += width)
            {
                var group = figures.AsSpan(GroupFigures.Stored * ((int)rows[row + category] + 1), GroupFigures.Stored);
                var made = rows.Slice(row + To, GroupFigures.Names.Length);
                group.CopyTo(made);
                made[3] = Finite.OrMissing(rows[row + From] - group[0]);
                made[4] = Finite.OrMissing(rows[row + From] / group[0]);
            }
        }
    }
}
