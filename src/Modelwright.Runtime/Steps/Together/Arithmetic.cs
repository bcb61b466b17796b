using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Together;

/// <summary>Reckons with pairs of numbers: 'income-debt', 'income/debt', 'income*debt', 'income+debt'.</summary>
/// <remarks>Missing where a part is missing, where the divisor is 0, and where the result is beyond all numbers. The columns stay.</remarks>
public sealed record Arithmetic : IStep
{
    internal const string StepName = "arithmetic";

    /// <summary>Pairs that are taken where none is named, at most.</summary>
    public const int MostPairs = 50;

    private static readonly (ArithmeticOperations Operation, char Sign)[] All =
        [(ArithmeticOperations.Difference, '-'), (ArithmeticOperations.Ratio, '/'), (ArithmeticOperations.Product, '*'), (ArithmeticOperations.Sum, '+')];

    /// <summary>Pairs of number columns; null means every number with every later one, at most <see cref="MostPairs"/>.</summary>
    public IReadOnlyList<ColumnPair>? Pairs { get; init; }

    /// <summary>What is made of each pair; at least one.</summary>
    public ArithmeticOperations Operations { get; init; } = ArithmeticOperations.Difference | ArithmeticOperations.Ratio;

    /// <summary>
    /// Instead of everything that is asked for, at most so many results: those that tell of the target what both parts together do not, by at most 10,000
    /// of the training rows and the 8 numbers that tell most. 0 makes all. Needs a target that is a number or of at most 10 classes.
    /// </summary>
    public int Most { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">No operation is asked for, or no pair is named where there would be too many.</exception>
    /// <exception cref="DataException">Columns are absent or of another type, or <see cref="Most"/> is told and there is no target to choose by; the text lists all.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Operations), (int)Operations, 1, 15), (nameof(Most), Most, 0, MostPairs));
        var names = new FeatureNames(input.Rows);
        var tuples = new List<FittedTuple>();
        foreach (var (pair, operations) in Wanted(input))
        {
            string[] outputs = [.. All.Where(one => operations.HasFlag(one.Operation)).Select(one => names.Take($"{pair.First}{one.Sign}{pair.Second}"))];
            tuples.Add(new PairTuple(pair, outputs, operations));
        }

        var step = new FittedTupleStep(StepName, keepsInputs: true, tuples);
        input.Cancellation.ThrowIfCancellationRequested();
        return new(step, step.Apply(input.Rows));
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedTupleStep.Read(reader, StepName, 2..2, (inputs, outputs, part) =>
    {
        var operations = part.Integer("operations");
        if (operations is < 1 or > 15)
        {
            throw new ArtifactException($"Step '{StepName}' holds operations {operations} for column '{inputs[0]}', which this release does not know. Open the file with a newer release.");
        }

        ColumnCheck.Count(StepName, inputs[0], "outputs", outputs.Count, All.Count(one => ((ArithmeticOperations)operations).HasFlag(one.Operation)));
        return new PairTuple(new(inputs[0], inputs[1]), outputs, (ArithmeticOperations)operations);
    });

    /// <summary>Each pair with what is made of it.</summary>
    private IEnumerable<(ColumnPair Pair, ArithmeticOperations Operations)> Wanted(StepInput input)
    {
        if (Most == 0 || Pairs is not null)
        {
            return PairsOf.Columns(StepName, input.Rows, Pairs ?? AllPairs(input.Rows), (ColumnType.Number, ColumnType.Number)).Select(pair => (pair, Operations));
        }

        ArithmeticOperations[] single = [.. All.Select(one => one.Operation).Where(operation => Operations.HasFlag(operation))];
        return new ArithmeticChoice(input).Of(input.Rows.Columns.OfType<NumberColumn>(), single, Most);
    }

    private static List<ColumnPair> AllPairs(Table rows)
    {
        string[] numbers = [.. rows.Columns.Where(column => column.Type == ColumnType.Number).Select(column => column.Name)];
        var count = (long)numbers.Length * (numbers.Length - 1) / 2;
        return count <= MostPairs
            ? [.. numbers.SelectMany((first, place) => numbers.Skip(place + 1).Select(second => new ColumnPair(first, second)))]
            : throw new OptionsException($"Step '{StepName}' was told no pairs, and the table has {count} of two numbers; at most {MostPairs} are taken unasked. Name the pairs.");
    }

    /// <summary>Reckons row by row.</summary>
    internal static void Reckon(ArithmeticOperations operation, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> made)
    {
        for (var row = 0; row < made.Length; row++)
        {
            made[row] = Finite.OrMissing(operation switch
            {
                ArithmeticOperations.Difference => left[row] - right[row],
                ArithmeticOperations.Ratio => left[row] / right[row],
                ArithmeticOperations.Product => left[row] * right[row],
                _ => left[row] + right[row],
            });
        }
    }

    private sealed class PairTuple(ColumnPair pair, IReadOnlyList<string> outputs, ArithmeticOperations operations)
        : FittedTuple([(pair.First, ColumnType.Number), (pair.Second, ColumnType.Number)], outputs)
    {
        internal override void Apply(IReadOnlyList<Column> columns, NumberBlocks made)
        {
            var (left, right) = (((NumberColumn)columns[0]).Values, ((NumberColumn)columns[1]).Values);
            for (var block = 0; block < left.BlockCount; block++)
            {
                var output = 0;
                foreach (var (operation, _) in All)
                {
                    if (operations.HasFlag(operation))
                    {
                        Reckon(operation, left[block], right[block], made[output++, block]);
                    }
                }
            }
        }

        internal override RowStep OnRows(RowSlot[] from, int to) =>
            new PairRows(from[0].Place, from[1].Place, to, [.. All.Select(one => one.Operation).Where(one => operations.HasFlag(one))]);

        internal override FormulaNode[] Formula(FormulaColumn[] from, FormulaBuilder builder) =>
        [
            .. All.Where(one => operations.HasFlag(one.Operation)).Select(one => builder.FiniteOrMissing(builder.Of(Operation(one.Operation), from[0].Node, from[1].Node))),
        ];

        private static FormulaOperation Operation(ArithmeticOperations operation) => operation switch
        {
            ArithmeticOperations.Difference => FormulaOperation.Subtract,
            ArithmeticOperations.Ratio => FormulaOperation.Divide,
            ArithmeticOperations.Product => FormulaOperation.Multiply,
            _ => FormulaOperation.Add,
        };

        internal override void Write(IArtifactWriter writer) => writer.Integer("operations", (int)operations);
    }

    /// <summary>Reckons with two places of a row.</summary>
    private sealed class PairRows(int left, int right, int to, ArithmeticOperations[] operations) : RowStep(left, to)
    {
        internal override void Apply(Span<double> rows, int width)
        {
            for (var row = 0; row < rows.Length; row += width)
            {
                for (var output = 0; output < operations.Length; output++)
                {
                    Reckon(operations[output], rows.Slice(row + From, 1), rows.Slice(row + right, 1), rows.Slice(row + To + output, 1));
                }
            }
        }
    }
}
