using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Monitoring.Windows;

/// <summary>
/// Rows in the types of a model, whatever came: a column that is gone or cannot be read at all is empty here and named, where the
/// model itself would refuse the rows.
/// </summary>
internal sealed class WindowRows
{
    private WindowRows(Schema schema, Table table, IReadOnlyList<ColumnCounts> counts, IReadOnlyList<string> absent, IReadOnlyList<(string, string)> unreadable)
    {
        (Schema, Table, Counts, Absent, Unreadable) = (schema, table, counts, absent, unreadable);
        Features = [.. schema.Features];
        var target = schema.Target is { } spec && table.TryGet(spec.Name, out var column) ? column : null;
        Labelled = target is null ? [] : [.. Enumerable.Range(0, table.RowCount).Where(row => !target.IsMissing(row))];
    }

    /// <summary>What the columns mean.</summary>
    public Schema Schema { get; }

    /// <summary>The features in the order of the schema, the target and the weight where they came.</summary>
    public Table Table { get; }

    /// <summary>The features.</summary>
    public IReadOnlyList<ColumnSpec> Features { get; }

    /// <summary>What was not an ordinary value, for each column that came.</summary>
    public IReadOnlyList<ColumnCounts> Counts { get; }

    /// <summary>Features that did not come.</summary>
    public IReadOnlyList<string> Absent { get; }

    /// <summary>Columns of which no value can be read, each with what was said of it.</summary>
    public IReadOnlyList<(string Column, string Fault)> Unreadable { get; }

    /// <summary>Rows whose target came and is known to the model, ascending.</summary>
    public int[] Labelled { get; }

    /// <summary>Whether the model answers such rows.</summary>
    public bool CanBeAnswered => Absent.Count == 0 && Unreadable.All(column => Features.All(feature => feature.Name != column.Column));

    /// <summary>Brings rows to the types of a schema.</summary>
    /// <exception cref="DataException">There is no row.</exception>
    public static WindowRows Of(Schema schema, Table raw)
    {
        if (raw.RowCount == 0)
        {
            throw new DataException("The window has no rows, so there is nothing to judge. Bring at least one row, or leave the window out.");
        }

        var (columns, counts, absent, unreadable) = (new List<Column>(), new List<ColumnCounts>(), new List<string>(), new List<(string, string)>());
        foreach (var spec in schema.Columns.Where(spec => spec.Role is ColumnRole.Feature or ColumnRole.Target or ColumnRole.Weight))
        {
            if (!raw.TryGet(spec.Name, out var column))
            {
                if (spec.Role == ColumnRole.Feature)
                {
                    absent.Add(spec.Name);
                    columns.Add(Empty(spec, raw.RowCount));
                }

                continue;
            }

            try
            {
                var admitted = Admission.Admit(new Table([column]), new Schema([spec]), needsTarget: true);
                columns.Add(admitted.Table.Columns[0]);
                counts.AddRange(admitted.Counts);
            }
            catch (DataException fault)
            {
                unreadable.Add((spec.Name, fault.Message));
                columns.Add(Empty(spec, raw.RowCount));
            }
        }

        return new(schema, new(columns, raw.RowCount), counts, absent, unreadable);
    }

    private static Column Empty(ColumnSpec spec, int rows) => spec.Type switch
    {
        ColumnType.Number => new NumberColumn(spec.Name, Filled(rows, double.NaN)),
        ColumnType.Category => new CategoryColumn(spec.Name, spec.Levels, Filled(rows, CategoryColumn.Missing)),
        ColumnType.Time => new TimeColumn(spec.Name, Filled(rows, TimeColumn.Missing)),
        _ => new TextColumn(spec.Name, new string?[rows]),
    };

    private static T[] Filled<T>(int rows, T value)
    {
        var values = new T[rows];
        Array.Fill(values, value);
        return values;
    }
}
