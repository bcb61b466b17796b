using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Json;

/// <summary>From a file of objects to a table. The framework's JSON reader is used because it tells line and place of each fault.</summary>
internal sealed class ObjectTableReader(ObjectFile file, SourceRequest request)
{
    private const int CancellationStride = 4096;

    // Names that are values make a column a row; long before memory is used up it is better to say so.
    private const int MostColumns = 50_000;

    private readonly ColumnStore _store = request.Options.Store();
    private readonly List<ColumnAssembler> _columns = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private FaultList _faults = new(request.Path);
    private long _blankLines;
    private long _namedTwice;
    private int _rows;
    private bool _endsInLine;

    internal SourceTable Read(CancellationToken cancellation)
    {
        SourceFile.CheckExists(request.Path);
        var fingerprint = Task.Run(() => SourceFile.Fingerprint(request.Path, cancellation), cancellation);
        file.Prepare(cancellation);
        Scan(ColumnOf, cancellation);
        Complete(_columns);
        var again = _columns.Where(column => column.MustRereadAsText).ToDictionary(column => column.Name, column => new ColumnAssembler(column.Name, _store, keepsText: true), StringComparer.Ordinal);
        if (again.Count > 0)
        {
            // The first scan saw every column, the second sees these alone.
            var (faults, namedTwice) = (_faults, _namedTwice);
            Scan(again.GetValueOrDefault, cancellation);
            (_faults, _namedTwice) = (faults, namedTwice);
            Complete(again.Values);
        }

        ColumnAssembler[] columns = [.. _columns.Select(column => again.GetValueOrDefault(column.Name, column))];
        var table = new Table([.. columns.Select(column => column.Build())], _rows);
        return new(table, Report(columns, fingerprint.GetAwaiter().GetResult()));
    }

    private ColumnAssembler? ColumnOf(string path)
    {
        if (!_positions.TryGetValue(path, out var position))
        {
            position = _columns.Count;
            if (position == MostColumns)
            {
                throw new DataException($"{request.Path}: the objects have more than {MostColumns} different names, of which '{FaultList.Show(path)}' is the next. Give each object the same names; a name that differs from row to row, such as an id, is a value.");
            }

            _positions.Add(path, position);
            _columns.Add(new(path, _store, request.Options.KeepsText(path)));
        }

        return _columns[position];
    }

    private void Complete(IEnumerable<ColumnAssembler> columns)
    {
        foreach (var column in columns)
        {
            column.AddMissing(_rows - column.Count);
        }
    }

    private void Scan(Func<string, ColumnAssembler?> columnOf, CancellationToken cancellation)
    {
        _faults = new(request.Path);
        _rows = 0;
        _blankLines = 0;
        _namedTwice = 0;
        using var stream = file.Open();
        var rows = file.Rows(stream);
        var flattener = new ObjectFlattener(columnOf, file.TextsMayBeNumbers);
        var read = 0L;
        while (rows.TryRead(out var text))
        {
            if (++read % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            _endsInLine = rows.EndedWithFile;
            if (rows.IsTooLong)
            {
                _faults.Add(new(rows.Line, null, null, $"the line is longer than {LineReader.LongestLine} bytes. Write each object on a line of its own, or shorten its values."));
                continue;
            }

            Take(rows.Line == 1 ? file.First(text) : text, rows.Line, flattener);
        }

        if (!request.Options.SkipBadRows)
        {
            _faults.ThrowIfAny(_faults.Count > 1 ? FaultList.MendOrSkip : "");
        }
    }

    private void Take(ReadOnlySpan<byte> line, long number, ObjectFlattener flattener)
    {
        if (line.Trim(" \t"u8).IsEmpty)
        {
            _blankLines++;
        }
        else if (LineFault.Of(line, number, file.Encoding) is { } fault)
        {
            _faults.Add(fault);
        }
        else
        {
            foreach (var path in flattener.Add(line, _rows))
            {
                _faults.Add(new(number, path, null, $"the object names '{path}' twice; the first value counts. Leave one out."));
                _namedTwice++;
            }

            _rows++;
        }
    }

    private SourceReport Report(ColumnAssembler[] columns, string fingerprint) => new()
    {
        Path = request.Path,
        Source = file.Source,
        Fingerprint = fingerprint,
        Bytes = new FileInfo(request.Path).Length,
        RowsRead = _rows,
        RowsSkipped = _faults.Count - _namedTwice,
        CellsUnreadable = columns.Sum(column => column.Unreadable),
        Faults = [.. _faults.Listed, .. columns.Where(column => column.FirstUnreadable is not null).Select(TableAssembly.Fault)],
        Markers = columns.Where(column => column.Markers.Count > 0).ToDictionary(column => column.Name, column => column.Markers, StringComparer.Ordinal),
        Encoding = file.EncodingName,
        Notes = [.. Notes()],
    };

    private IEnumerable<string> Notes()
    {
        foreach (var note in file.Notes)
        {
            yield return note;
        }

        if (_endsInLine)
        {
            yield return "The last line has no line break. If the file was cut, get it again.";
        }

        if (_blankLines > 0)
        {
            yield return $"{_blankLines} blank lines were passed over.";
        }
    }
}
