using System.Buffers;
using Modelwright.Server.Answers;
using Modelwright.Server.Faults;
using Modelwright.Server.Rows;

namespace Modelwright.Server.Plain;

/// <summary>Reads the lines of one batch, each as one row: objects of JSON, or records of CSV below a header.</summary>
/// <param name="layout">The columns.</param>
/// <param name="limits">How much is taken.</param>
/// <param name="isCsv">Whether lines are records of CSV.</param>
internal sealed class BatchReader(RowLayout layout, ServerLimits limits, bool isCsv)
{
    private readonly JsonRows _json = new(layout, limits with { Rows = 1 });
    private int[]? _columns;

    /// <summary>Whether the next line is the header.</summary>
    internal bool WantsHeader => isCsv && _columns is null;

    /// <exception cref="RequestException">Columns are absent or given twice; all are told.</exception>
    internal void ReadHeader(ReadOnlySequence<byte> line)
    {
        var faults = new FaultList();
        var found = new bool[layout.Columns.Count];
        var names = CsvLine.Split(WithoutMark(line.ToArray()));
        _columns = new int[names.Count];
        for (var place = 0; place < names.Count; place++)
        {
            var column = _columns[place] = layout.Find(names[place].Trim(), out _);
            if (column >= 0 && found[column])
            {
                faults.Add(CellFaults.Twice(layout.Columns[column], 0));
            }

            if (column >= 0)
            {
                found[column] = true;
            }
        }

        for (var column = 0; column < found.Length; column++)
        {
            if (!found[column])
            {
                faults.Add(CellFaults.Absent(layout.Columns[column], null, Core.Errors.NearestName.Suggest(layout.Columns[column].Name, names)));
            }
        }

        faults.Throw();
    }

    /// <summary>Reads a line into the work, whose faults tell what is wrong with it.</summary>
    internal void Read(ReadOnlySequence<byte> line, RowWork work)
    {
        if (isCsv)
        {
            ReadRecord(CsvLine.Split(line.ToArray()), work);
            return;
        }

        try
        {
            if (!_json.Read(line, work.Rows, work.Faults))
            {
                work.Faults.Add(new("it is an array.", "Give one object a line."));
            }
        }
        catch (RequestException fault)
        {
            foreach (var one in fault.Faults)
            {
                work.Faults.Add(one);
            }
        }
    }

    private void ReadRecord(List<string> cells, RowWork work)
    {
        if (cells.Count != _columns!.Length)
        {
            work.Faults.Add(new(FormattableString.Invariant($"it has {cells.Count} cells, and the header {_columns.Length}."), "Put cells with commas into quotes."));
            return;
        }

        work.Rows.AddRow();
        var setter = new CellSetter(layout, work.Rows, work.Faults, limits.TextLength);
        for (var place = 0; place < cells.Count; place++)
        {
            if (_columns[place] >= 0)
            {
                setter.SetText(cells[place], _columns[place], 0);
            }
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line["\uFEFF"u8.Length..] : line;
}
