using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>
/// A pipeline bound to the columns of tables that are alike: what each step does is found out once, and rows then run through as
/// numbers side by side, without a table, a column or a look-up by name between two steps.
/// </summary>
/// <remarks>Answers the same bits as step after step on tables. Immutable; safe from any thread.</remarks>
internal sealed class RowProgram
{
    /// <summary>Rows that run through together at most: a power of two, so that they stay within a block of each column.</summary>
    private const int MostRows = 256;

    /// <summary>Even of many columns so many run through together, so that trees are asked by many rows.</summary>
    private const int FewestRows = 64;

    private const int ChunkValues = 1 << 16;

    private readonly int[] _positions;
    private readonly int[]?[] _maps;
    private readonly Column[] _alike;
    private readonly RowStep[] _steps;
    private readonly RowAnswer _answer;
    private readonly int _width;

    private RowProgram(int[] positions, Column[] alike, RowStep[] steps, RowAnswer answer, int width) =>
        (_positions, _maps, _alike, _steps, _answer, _width) = (positions, new int[]?[positions.Length], alike, steps, answer, width);

    /// <summary>Binds a pipeline.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="rows">Rows whose columns are like those that will be asked.</param>
    /// <returns>The program; null where a step or the form takes a table, or a column is not there, which the table way tells of.</returns>
    internal static RowProgram? Of(SteppedForm pipeline, Table rows)
    {
        var inputs = pipeline.Info.Inputs;
        var (layout, positions, alike) = (new RowLayout(), new int[inputs.Count], new Column[inputs.Count]);
        for (var input = 0; input < alike.Length; input++)
        {
            if (!rows.TryGet(inputs[input].Name, out var column) || column is not (NumberColumn or CategoryColumn))
            {
                return null;
            }

            alike[input] = Empty(column);
            positions[input] = Position(rows, column);
            layout.Add(column.Name, column.Type, column is CategoryColumn category ? category.Levels : []);
        }

        var steps = new List<RowStep>();
        foreach (var step in pipeline.Steps)
        {
            if (step is not IRunsOnRows runs || !runs.OnRows(layout, steps))
            {
                return null;
            }
        }

        return layout.Width > 0 && RowAnswer.Of(pipeline.Form, layout) is { } answer ? new(positions, alike, [.. steps], answer, layout.Width) : null;
    }

    /// <summary>Whether rows have the columns that it is bound to, at the same places and of the same levels.</summary>
    internal bool Fits(Table rows)
    {
        for (var input = 0; input < _positions.Length; input++)
        {
            if (_positions[input] >= rows.Columns.Count || !IsAlike(rows.Columns[_positions[input]], _alike[input]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Answers rows that fit.</summary>
    /// <param name="rows">One row or more.</param>
    /// <param name="output">Rows x answers; overwritten.</param>
    internal void Answer(Table rows, Span<double> output)
    {
        var bound = new BoundInputs(Columns(rows), _maps);
        var outputs = output.Length / rows.RowCount;
        var most = MostRows;
        while (most > FewestRows && most * _width > ChunkValues)
        {
            most /= 2;
        }

        most = Math.Min(most, rows.RowCount);
        using var room = new Room(most * _width);
        for (var start = 0; start < rows.RowCount; start += most)
        {
            var count = Math.Min(most, rows.RowCount - start);
            var values = room.Values[..(count * _width)];
            bound.Fill(start, count, values, _width);
            foreach (var step in _steps)
            {
                step.Apply(values, _width);
            }

            _answer.Answer(values, _width, output.Slice(start * outputs, count * outputs));
        }
    }

    private Column[] Columns(Table rows)
    {
        var columns = new Column[_positions.Length];
        for (var input = 0; input < columns.Length; input++)
        {
            columns[input] = rows.Columns[_positions[input]];
        }

        return columns;
    }

    private static bool IsAlike(Column column, Column bound) =>
        column.Type == bound.Type && column.Name == bound.Name
        && (column is not CategoryColumn category || ReferenceEquals(category.Levels, ((CategoryColumn)bound).Levels));

    /// <summary>What a column is without its values, so that a program keeps no rows.</summary>
    private static Column Empty(Column column) =>
        column is CategoryColumn category ? new CategoryColumn(category.Name, category.Levels, Array.Empty<int>()) : new NumberColumn(column.Name, Array.Empty<double>());

    private static int Position(Table rows, Column column)
    {
        var position = 0;
        while (!ReferenceEquals(rows.Columns[position], column))
        {
            position++;
        }

        return position;
    }
}
