using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas.Portable;

namespace Modelwright.Runtime.Formulas;

/// <summary>Reckons a formula row by row, as it is written: slow, and the measure of all programs that are made of it. Safe from any thread.</summary>
/// <param name="formula">The formula.</param>
public sealed class FormulaEvaluation(Formula formula)
{
    private delegate void Unary(Span<double> to, ReadOnlySpan<double> value);

    private delegate void Binary(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second);

    private static readonly Dictionary<FormulaOperation, Unary> OfOne = new()
    {
        [FormulaOperation.Missing] = FormulaOperations.Missing,
        [FormulaOperation.Absolute] = FormulaOperations.Absolute,
        [FormulaOperation.SquareRoot] = FormulaOperations.SquareRoot,
        [FormulaOperation.Exponential] = FormulaOperations.Exponential,
        [FormulaOperation.Logarithm] = FormulaOperations.Logarithm,
        [FormulaOperation.LogarithmOfOnePlus] = FormulaOperations.LogarithmOfOnePlus,
        [FormulaOperation.Sigmoid] = FormulaOperations.Sigmoid,
        [FormulaOperation.CosineOfTurns] = FormulaOperations.CosineOfTurns,
        [FormulaOperation.NormalQuantile] = FormulaOperations.NormalScore,
        [FormulaOperation.Single] = FormulaOperations.Single,
        [FormulaOperation.Mish] = FormulaOperations.Mish,
        [FormulaOperation.Selu] = FormulaOperations.Selu,
        [FormulaOperation.Sum] = FormulaOperations.Sum,
        [FormulaOperation.Largest] = FormulaOperations.Largest,
    };

    private static readonly Dictionary<FormulaOperation, Binary> OfTwo = new()
    {
        [FormulaOperation.Add] = FormulaOperations.Add,
        [FormulaOperation.Subtract] = FormulaOperations.Subtract,
        [FormulaOperation.Multiply] = FormulaOperations.Multiply,
        [FormulaOperation.Divide] = FormulaOperations.Divide,
        [FormulaOperation.Minimum] = FormulaOperations.Minimum,
        [FormulaOperation.Maximum] = FormulaOperations.Maximum,
        [FormulaOperation.AtMost] = FormulaOperations.AtMost,
        [FormulaOperation.Below] = FormulaOperations.Below,
        [FormulaOperation.Same] = FormulaOperations.Same,
    };

    private static readonly Dictionary<FormulaOperation, Binary> OfTable = new()
    {
        [FormulaOperation.Lookup] = FormulaOperations.Lookup,
        [FormulaOperation.Rank] = FormulaOperations.Rank,
        [FormulaOperation.Reached] = FormulaOperations.Reached,
        [FormulaOperation.Find] = FormulaOperations.Find,
    };

    private readonly Dictionary<int, object> _ready = formula.Nodes.Select(node => (node.Position, Ready: Ready(node))).Where(entry => entry.Ready is not null).ToDictionary(entry => entry.Position, entry => entry.Ready!);
    private readonly int _positions = formula.Nodes.Count == 0 ? 0 : formula.Nodes.Max(node => node.Position) + 1;

    /// <summary>Answers rows.</summary>
    /// <param name="rows">Rows as <see cref="Prediction.Admission"/> gives them: numbers and categories by name.</param>
    /// <param name="output">Rows x width of the answer; overwritten.</param>
    /// <param name="cancellation">Asks to end; looked at before each row.</param>
    /// <exception cref="DataException">A column is absent or of another type; the text lists all.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Answer(Table rows, Span<double> output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var read = Readers(rows);
        var values = new double[_positions][];
        foreach (var node in formula.Nodes)
        {
            values[node.Position] = node.Operation == FormulaOperation.Constant ? node.Numbers : new double[node.Width];
        }

        for (var row = 0; row < rows.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var node in formula.Nodes)
            {
                if (node.Operation is FormulaOperation.Number or FormulaOperation.Category)
                {
                    values[node.Position][0] = read[node.Name](row);
                }
                else if (node.Operation != FormulaOperation.Constant)
                {
                    Reckon(node, values);
                }
            }

            values[formula.Answer.Position].CopyTo(output.Slice(row * formula.Answer.Width, formula.Answer.Width));
        }
    }

    private void Reckon(FormulaNode node, double[][] values)
    {
        var (to, from) = (values[node.Position], values[node.Operands[0].Position]);
        if (OfOne.TryGetValue(node.Operation, out var one))
        {
            one(to, from);
        }
        else if (OfTwo.TryGetValue(node.Operation, out var two))
        {
            two(to, from, values[node.Operands[1].Position]);
        }
        else if (OfTable.TryGetValue(node.Operation, out var table))
        {
            table(to, from, node.Numbers);
        }
        else
        {
            Other(node, values, to, from);
        }
    }

    private void Other(FormulaNode node, double[][] values, double[] to, double[] from)
    {
        switch (node.Operation)
        {
            case FormulaOperation.Join:
                Join(node, values, to);
                break;
            case FormulaOperation.Take:
                FormulaOperations.Take(to, from, node.Places);
                break;
            case FormulaOperation.Choose:
                FormulaOperations.Choose(to, from, values[node.Operands[1].Position], values[node.Operands[2].Position]);
                break;
            case FormulaOperation.Weigh:
                FormulaOperations.Weigh(to, from, node.Numbers, node.Starts);
                break;
            case FormulaOperation.Layer:
                var (weights, starts) = ((float[], float[]))_ready[node.Position];
                FormulaOperations.Layer(to, from, weights, starts);
                break;
            case FormulaOperation.Waves:
                FormulaOperations.Waves(to, from, node.Waves!.Frequencies, node.Waves.Phases, node.Waves.Mixes, node.Waves.Offsets);
                break;
            default:
                ((FlatTrees)_ready[node.Position]).Score(from, to);
                break;
        }
    }

    private static object? Ready(FormulaNode node) => node.Operation switch
    {
        FormulaOperation.Layer => (Array.ConvertAll(node.Numbers, number => (float)number), Array.ConvertAll(node.Starts, number => (float)number)),
        FormulaOperation.Trees => TreeArrays.Of(node.Trees!).Walker(),
        _ => null,
    };

    private static void Join(FormulaNode node, double[][] values, double[] to)
    {
        var next = 0;
        foreach (var operand in node.Operands)
        {
            values[operand.Position].CopyTo(to, next);
            next += operand.Width;
        }
    }

    /// <summary>What reads each column, row by row.</summary>
    private Dictionary<string, Func<int, double>> Readers(Table rows)
    {
        var (readers, faults) = (new Dictionary<string, Func<int, double>>(StringComparer.Ordinal), new List<string>());
        foreach (var input in formula.Inputs)
        {
            if (rows.TryGet(input.Name, out var column) && column.Type == input.Type)
            {
                readers[input.Name] = Reader(column, input.Levels);
            }
            else
            {
                faults.Add($"Column '{input.Name}' ({input.Type.ToString().ToLowerInvariant()}) was not found, and the formula reads it. Bring rows through the schema of the model.");
            }
        }

        return faults.Count == 0 ? readers : throw new DataException(string.Join('\n', faults));
    }

    private static Func<int, double> Reader(Column column, IReadOnlyList<string> levels)
    {
        if (column is NumberColumn number)
        {
            return row => number.Values.At(row);
        }

        var category = (CategoryColumn)column;
        var map = category.MapTo(levels);
        return row => category.Codes.At(row) is var code && code < 0 ? CategoryColumn.Missing : map is null ? code : map[code] is var known and >= 0 ? known : levels.Count;
    }
}
