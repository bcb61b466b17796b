using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Formulas;

/// <summary>Reckons a formula row by row, as it is written: slow, and the measure of all programs that are made of it. Safe from any thread.</summary>
/// <param name="formula">The formula.</param>
public sealed class FormulaEvaluation(Formula formula)
{
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
        var read = formula.Inputs.ToDictionary(input => input.Name, input => Reader(input, rows), StringComparer.Ordinal);
        if (read.Values.OfType<string>().ToList() is { Count: > 0 } faults)
        {
            throw new DataException(string.Join('\n', faults));
        }

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
                    values[node.Position][0] = ((Func<int, double>)read[node.Name])(row);
                }
                else if (node.Operation != FormulaOperation.Constant)
                {
                    Reckon(node, values);
                }
            }

            values[formula.Answer.Position].CopyTo(output.Slice(row * formula.Answer.Width, formula.Answer.Width));
        }
    }

    private static void Reckon(FormulaNode node, double[][] values)
    {
        var to = values[node.Position];
        switch (node.Operation)
        {
            case FormulaOperation.Join:
                Join(node, values, to);
                break;
            case FormulaOperation.Take:
                for (var place = 0; place < to.Length; place++)
                {
                    to[place] = values[node.Operands[0].Position][node.Places[place]];
                }

                break;
            default:
                if (!FormulaPlaces.TryReckon(node, values, to) && !FormulaTables.TryReckon(node, values[node.Operands[0].Position], to))
                {
                    FormulaSums.Reckon(node, values[node.Operands[0].Position], to);
                }

                break;
        }
    }

    private static void Join(FormulaNode node, double[][] values, double[] to)
    {
        var next = 0;
        foreach (var operand in node.Operands)
        {
            values[operand.Position].CopyTo(to, next);
            next += operand.Width;
        }
    }

    /// <summary>What reads a column row by row, or what is wrong with it.</summary>
    private static object Reader(FormulaInput input, Table rows)
    {
        if (!rows.TryGet(input.Name, out var column) || column.Type != input.Type)
        {
            return $"Column '{input.Name}' ({input.Type.ToString().ToLowerInvariant()}) was not found, and the formula reads it. Bring rows through the schema of the model.";
        }

        if (column is NumberColumn number)
        {
            return (Func<int, double>)(row => number.Values.At(row));
        }

        var category = (CategoryColumn)column;
        var map = category.MapTo(input.Levels);
        return (Func<int, double>)(row => category.Codes.At(row) is var code && code < 0 ? CategoryColumn.Missing : map is null ? code : map[code] is var known and >= 0 ? known : input.Levels.Count);
    }
}
