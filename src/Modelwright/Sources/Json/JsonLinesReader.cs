using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Json;

/// <summary>From a path to a table. The framework's JSON reader is used because it tells line and place of each fault.</summary>
internal sealed class JsonLinesReader(string source, SourceRequest request)
{
    private const int CancellationStride = 4096;

    private readonly BlockStore _store = request.Options.Store();
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
        Scan(ColumnOf, cancellation);
        Complete(_columns);
        var again = _columns.Where(column => column.MustRereadAsText).ToDictionary(column => column.Name, column => new ColumnAssembler(column.Name, _store, keepsText: true), StringComparer.Ordinal);
        if (again.Count > 0)
        {
            Scan(again.GetValueOrDefault, cancellation);
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
        using var stream = GzipText.Open(request.Path);
        var lines = new LineReader(stream);
        var flattener = new ObjectFlattener(columnOf);
        while (lines.TryRead(out var line))
        {
            if (lines.Line % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            _endsInLine = lines.EndedWithFile;
            Take(lines.Line == 1 && line.StartsWith(Encoding.UTF8.Preamble) ? line[3..] : line, lines.Line, flattener);
        }

        if (lines.Line == 0)
        {
            throw new DataException($"{request.Path}: the file is empty. Give a file with one JSON object a line.");
        }

        if (!request.Options.SkipBadRows)
        {
            _faults.ThrowIfAny(_faults.Count > 1 ? "Mend the file, or set SkipBadRows to leave such rows out and count them." : "");
        }
    }

    private void Take(ReadOnlySpan<byte> line, long number, ObjectFlattener flattener)
    {
        if (line.Trim(" \t"u8).IsEmpty)
        {
            _blankLines++;
        }
        else if (FaultOf(line, number) is { } fault)
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

    // The whole line is looked at before any value of it is taken, so that a broken line leaves nothing behind.
    private static SourceFault? FaultOf(ReadOnlySpan<byte> line, long number)
    {
        var shown = FaultList.Show(Encoding.UTF8.GetString(line));
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray && number == 1)
            {
                return new(number, null, shown, "the file holds one JSON list, not one object a line. Write each object on a line of its own (jq -c '.[]' does so).");
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new(number, null, shown, $"'{shown}' is no JSON object. Write one object a line, such as {{\"age\": 31}}.");
            }

            while (reader.Read())
            {
            }

            return System.Text.Unicode.Utf8.IsValid(line) ? null : new(number, null, shown, "the line is not UTF-8. Save the file as UTF-8.");
        }
        catch (JsonException fault)
        {
            return new(number, null, shown, $"the JSON is broken at character {fault.BytePositionInLine + 1}: '{shown}'. Close what is open, or get the file again if it was cut.");
        }
    }

    private SourceReport Report(ColumnAssembler[] columns, string fingerprint) => new()
    {
        Path = request.Path,
        Source = source,
        Fingerprint = fingerprint,
        Bytes = new FileInfo(request.Path).Length,
        RowsRead = _rows,
        RowsSkipped = _faults.Count - _namedTwice,
        CellsUnreadable = columns.Sum(column => column.Unreadable),
        Faults = [.. _faults.Listed, .. columns.Where(column => column.FirstUnreadable is not null).Select(TableAssembly.Fault)],
        Markers = columns.Where(column => column.Markers.Count > 0).ToDictionary(column => column.Name, column => column.Markers, StringComparer.Ordinal),
        Encoding = "utf-8",
        Notes = [.. Notes()],
    };

    private IEnumerable<string> Notes()
    {
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
