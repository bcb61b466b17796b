using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Rows of a log while they are gathered into a table.</summary>
internal sealed class LoggedBlock(IReadOnlyDictionary<string, (string? Label, long Ticks)> labels)
{
    private readonly OrderedDictionary<string, LoggedCells> _cells = [];
    private readonly OrderedDictionary<string, LoggedCells> _answers = [];

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that were too long for a record, so that their cells were not kept.</summary>
    public int TooLong { get; private set; }

    /// <summary>Adds a row; the reader stands behind the time.</summary>
    /// <exception cref="ArtifactException">The record is not sound; the row is left out.</exception>
    public void Add(LoggedDefinition model, long ticks, ref RecordReader record)
    {
        try
        {
            AddRow(model, ticks, ref record);
            Rows++;
        }
        catch (ArtifactException)
        {
            // What the row has added already is not taken for the next one's: the row stays, as far as it could be read.
            Rows++;
            throw;
        }
        finally
        {
            foreach (var cells in _cells.Values.Concat(_answers.Values))
            {
                cells.FillTo(Rows);
            }
        }
    }

    /// <summary>The table.</summary>
    public Table Build()
    {
        // A person's column keeps its name; ours gives way to it.
        var columns = _cells.Values.Select(cells => cells.Build()).ToList();
        var taken = columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in (string[])["@id", "@time", "@model", "@answer", "@label", "@label_time"])
        {
            Of(_answers, name, TypeOf(name)).FillTo(Rows);
        }

        foreach (var column in _answers.Values.Select(cells => cells.Build()))
        {
            columns.Add(taken.Contains(column.Name) ? column.Rename("@" + column.Name) : column);
        }

        return new(columns, Rows);
    }

    private void AddRow(LoggedDefinition model, long ticks, ref RecordReader record)
    {
        var id = record.Name();
        Of(_answers, "@id", ColumnType.Text).Add(id);
        Of(_answers, "@time", ColumnType.Time).Add(ticks);
        Of(_answers, "@model", ColumnType.Category).Add(model.ModelId);
        AddAnswer(model, ref record);
        var (label, labelled) = labels.GetValueOrDefault(id, (null, TimeColumn.Missing));
        Of(_answers, "@label", ColumnType.Text).Add(label);
        Of(_answers, "@label_time", ColumnType.Time).Add(label is null ? TimeColumn.Missing : labelled);
        if (record.IsAtEnd)
        {
            TooLong += model.Columns.Count > 0 ? 1 : 0;
            return;
        }

        foreach (var (name, type) in model.Columns)
        {
            AddCell(Of(_cells, name, type), ref record);
        }
    }

    private void AddAnswer(LoggedDefinition model, ref RecordReader record)
    {
        var chosen = record.Whole();
        var count = record.Count(sizeof(double));
        if (chosen >= model.Classes.Count)
        {
            throw RecordReader.Broken();
        }

        for (var place = 0; place < count; place++)
        {
            var output = record.Number();
            if (place < model.Classes.Count)
            {
                Of(_answers, "@probability:" + model.Classes[place], ColumnType.Number).Add(output);
            }
            else
            {
                Of(_answers, place == 0 ? "@answer" : string.Create(CultureInfo.InvariantCulture, $"@answer:{place}"), ColumnType.Number).Add(output);
            }
        }

        if (chosen >= 0)
        {
            Of(_answers, "@answer", ColumnType.Category).Add(model.Classes[chosen]);
        }
    }

    private static void AddCell(LoggedCells cells, ref RecordReader record)
    {
        switch ((CellKind)record.Byte())
        {
            case CellKind.Missing:
                cells.FillTo(cells.Count + 1);
                break;
            case CellKind.Number:
                cells.Add(record.Number());
                break;
            case CellKind.Time:
                cells.Add(record.Ticks());
                break;
            case CellKind.Text:
                cells.Add(record.Name());
                break;
            default:
                throw RecordReader.Broken();
        }
    }

    private LoggedCells Of(OrderedDictionary<string, LoggedCells> columns, string name, ColumnType type)
    {
        if (!columns.TryGetValue(name, out var cells))
        {
            columns.Add(name, cells = new(name, type));
            cells.FillTo(Rows);
        }

        return cells;
    }

    private static ColumnType TypeOf(string name) => name.EndsWith("time", StringComparison.Ordinal) ? ColumnType.Time : ColumnType.Text;
}
