using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Prediction;

/// <summary>Makes a raw table of rows given by name.</summary>
internal static class RowTable
{
    /// <summary>Stands for a value that one row lacks and others have.</summary>
    internal static readonly object NotGiven = new();

    /// <summary>One table of the columns that the schema needs and the rows have.</summary>
    /// <param name="schema">The columns wanted.</param>
    /// <param name="names">The names the rows have.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="value">The value of a row (first) and a name (second, by position).</param>
    /// <param name="faults">Gets a text for each column that is given more than once, and for each value that cannot stand in a cell.</param>
    internal static Table Of(Schema schema, IReadOnlyList<string> names, int rows, Func<int, int, object?> value, List<string> faults)
    {
        var columns = new List<Column>();
        var match = new NameMatch(names);
        var isAbsent = false;
        foreach (var spec in schema.Columns)
        {
            if (spec.Role is ColumnRole.Target or ColumnRole.Ignore)
            {
                continue;
            }

            var place = match.Find(spec.Name, out var fault);
            if (place < 0 && fault is null)
            {
                isAbsent |= spec.Role == ColumnRole.Feature;
                continue;
            }

            var values = new object?[rows];
            for (var row = 0; row < rows && fault is null; row++)
            {
                values[row] = value(row, place);
            }

            faults.AddRange(fault is null ? [] : [fault]);
            columns.Add(CellValue.Column(spec, values, faults));
        }

        if (isAbsent)
        {
            AddNames(columns, names, rows);
        }

        return new(columns, rows);
    }

    /// <summary>The other names the rows have, so that the error can list them and suggest the nearest.</summary>
    private static void AddNames(List<Column> columns, IReadOnlyList<string> names, int rows)
    {
        var known = columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        columns.AddRange(names.Where(known.Add).Select(name => new TextColumn(name, new string?[rows])));
    }

    /// <summary>Admits, with all faults of cells and columns in one error.</summary>
    /// <exception cref="DataException">There is any fault.</exception>
    internal static Admitted Admit(Table raw, Schema schema, List<string> faults)
    {
        try
        {
            var admitted = Admission.Admit(raw, schema, needsTarget: false, isStrict: true);
            return faults.Count == 0 ? admitted : throw new DataException(string.Join('\n', faults));
        }
        catch (DataException cause) when (faults.Count > 0 && cause.Message != string.Join('\n', faults))
        {
            throw new DataException(string.Join('\n', [cause.Message, .. faults]), cause);
        }
    }
}
