using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Reads the rows of one model out of a log, segment by segment. A file that is no segment, and a record that is not sound, is passed over and named.</summary>
internal sealed class LogReader
{
    private const int MostNotes = 100;
    private const int MostBroken = 1000;

    private readonly string _folder;
    private readonly string _model;
    private readonly long _from;
    private readonly long _to;
    private readonly List<string> _notes = [];

    /// <summary>Readies a reading.</summary>
    /// <exception cref="DataException">There is no such folder.</exception>
    public LogReader(string folder, string model, DateTimeOffset? from, DateTimeOffset? to)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(model);
        (_folder, _model, _from, _to) = (folder, model, from?.UtcTicks ?? 0, to?.UtcTicks ?? long.MaxValue);
        if (!Directory.Exists(folder))
        {
            throw new DataException($"There is no request log in '{folder}'. Check the path; 'serve' makes the log of a model when it starts.");
        }
    }

    /// <summary>What a person should know, complete when the reading is done.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The rows in tables; at least one, which may be empty.</summary>
    /// <param name="mostRows">Rows of a table.</param>
    /// <param name="mayGoOn">Whether there may be several tables.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="DataException">There are more rows than one table may have.</exception>
    public IEnumerable<Table> Blocks(int mostRows, bool mayGoOn, CancellationToken cancellation)
    {
        var labels = Labels(cancellation);
        var block = new LoggedBlock(labels);
        foreach (var path in SegmentTimes.Between(SegmentList.Of(_folder, ofLabels: false), _from, _to))
        {
#pragma warning disable CA2000 // the analyzer does not follow an iterator
            using var scan = Open(path);
#pragma warning restore CA2000
            var models = new Dictionary<int, LoggedDefinition>();
            for (var broken = 0; scan is not null && broken < MostBroken;)
            {
                if (block.Rows == mostRows)
                {
                    if (!mayGoOn)
                    {
                        throw new DataException(string.Create(CultureInfo.InvariantCulture, $"The log '{_folder}' has more than {mostRows} rows of '{_model}' in that time. Ask for less time, or read it in blocks."));
                    }

                    yield return Build(block);
                    block = new(labels);
                }

                cancellation.ThrowIfCancellationRequested();
                if (!Next(scan, models, block, ref broken))
                {
                    break;
                }
            }

            Close(scan, path);
        }

        yield return Build(block);
    }

    private bool Next(SegmentScan scan, Dictionary<int, LoggedDefinition> models, LoggedBlock block, ref int broken)
    {
        if (!scan.Next(out var body))
        {
            return false;
        }

        try
        {
            Take(body, models, block);
        }
        catch (ArtifactException fault)
        {
            broken++;
            Note($"{scan.Header.FileName}: {fault.Message}");
        }

        return true;
    }

    private void Take(ReadOnlySpan<byte> body, Dictionary<int, LoggedDefinition> models, LoggedBlock block)
    {
        var record = new RecordReader(body);
        switch ((RecordKind)record.Byte())
        {
            case RecordKind.Model:
                var (number, model) = LoggedDefinition.Read(ref record);
                models[number] = model;
                break;
            case RecordKind.Request:
                var asked = models.GetValueOrDefault(record.Whole()) ?? throw RecordReader.Broken();
                var ticks = record.Ticks();
                if (asked.Name == _model && ticks >= _from && ticks < _to)
                {
                    block.Add(asked, ticks, ref record);
                }

                break;
            case RecordKind.Notice:
                record.Ticks();
                Note(record.Name());
                break;
            default:
                throw RecordReader.Broken();
        }
    }

    private Dictionary<string, (string? Label, long Ticks)> Labels(CancellationToken cancellation)
    {
        var labels = new Dictionary<string, (string?, long)>(StringComparer.Ordinal);
        foreach (var (_, path) in SegmentList.Of(_folder, ofLabels: true))
        {
#pragma warning disable CA2000 // it is disposed of; the analyzer does not follow the null
            using var scan = Open(path);
#pragma warning restore CA2000
            while (scan is not null && scan.Next(out var body))
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    var record = new RecordReader(body);
                    if ((RecordKind)record.Byte() != RecordKind.Label)
                    {
                        throw RecordReader.Broken();
                    }

                    var (ticks, id, label) = (record.Ticks(), record.Name(), record.Text());

                    // Later records come later in the file; a clock that was set back does not change which is newest.
                    labels[id] = (label, ticks);
                }
                catch (ArtifactException fault)
                {
                    Note($"{scan.Header.FileName}: {fault.Message}");
                }
            }

            Close(scan, path);
        }

        return labels;
    }

    private SegmentScan? Open(string path)
    {
        try
        {
            return SegmentScan.Open(path);
        }
        catch (Exception fault) when (fault is ArtifactException or IOException or UnauthorizedAccessException)
        {
            Note($"{Path.GetFileName(path)} was passed over: {fault.Message}");
            return null;
        }
    }

    private void Close(SegmentScan? scan, string path)
    {
        if (scan?.Damaged > 0)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {scan.Damaged} records have a wrong checksum and were left out."));
        }

        if (scan?.Fault is { } fault)
        {
            Note($"{Path.GetFileName(path)} ends early: {fault}. All before it was read.");
        }
    }

    private Table Build(LoggedBlock block)
    {
        if (block.TooLong > 0)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{block.TooLong} rows were too long for a record; they have an answer and no cells."));
        }

        return block.Build();
    }

    private void Note(string text)
    {
        if (_notes.Count < MostNotes)
        {
            _notes.Add(text);
        }
        else if (_notes.Count == MostNotes)
        {
            _notes.Add("There is more to be said; look at the files named above first.");
        }
    }
}
