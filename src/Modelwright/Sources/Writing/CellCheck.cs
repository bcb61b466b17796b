using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Writing;

/// <summary>Finds what a format cannot hold in a table: the first cell of each column, so that a bad column is one line.</summary>
/// <param name="table">The table.</param>
/// <param name="path">The file that a person named, for texts.</param>
/// <param name="cancellation">Asks to end at once.</param>
internal sealed class CellCheck(Table table, string path, CancellationToken cancellation)
{
    private readonly FaultList _faults = new(path);

    /// <summary>Adds what is wrong with the table as a whole.</summary>
    internal CellCheck Add(string? fault)
    {
        if (fault is not null)
        {
            _faults.Add(new(0, null, null, fault));
        }

        return this;
    }

    /// <summary>Looks at the columns' names; each fault is a text, null where there is none.</summary>
    internal CellCheck Names(Func<string, string?> faultOf)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            Add(faultOf(table.Columns[column].Name) is { } fault ? $"the name of column {column + 1}: {fault}" : null);
        }

        return this;
    }

    /// <summary>Looks at the numbers that are not missing.</summary>
    internal CellCheck Numbers(Func<double, string?> faultOf)
    {
        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            AddFirst(column, column.Values, number => double.IsNaN(number) ? null : faultOf(number));
        }

        return this;
    }

    /// <summary>Looks at the texts and levels that are not missing.</summary>
    internal CellCheck Texts(Func<string, string?> faultOf)
    {
        foreach (var column in table.Columns)
        {
            switch (column)
            {
                case CategoryColumn levels:
                    string?[] faults = [.. levels.Levels.Select(faultOf)];
                    if (Array.Exists(faults, fault => fault is not null))
                    {
                        AddFirst(column, levels.Codes, code => code < 0 ? null : faults[code]);
                    }

                    break;
                case TextColumn texts:
                    AddFirst(column, texts.Values, text => text is null ? null : faultOf(text));
                    break;
            }
        }

        return this;
    }

    /// <summary>Ends with all that was found, if anything was.</summary>
    /// <exception cref="DataException">Something was.</exception>
    internal void Throw() => _faults.ThrowIfAny("");

    private void AddFirst<T>(Column column, Blocks<T> values, Func<T, string?> faultOf)
    {
        for (var block = 0; block < values.BlockCount; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = values[block];
            for (var row = 0; row < cells.Length; row++)
            {
                if (faultOf(cells[row]) is { } fault)
                {
                    Add($"column '{FaultList.Show(column.Name)}', row {((long)block * Blocks<T>.Size) + row + 1}: {fault}");
                    return;
                }
            }
        }
    }
}
