using System.Text;
using Modelwright.Core.Data;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Folders;

/// <summary>Reads files of text into a table, one a row.</summary>
/// <param name="request">What the person asked for.</param>
/// <param name="folder">The folder that holds all files.</param>
/// <param name="files">Their paths in it, in order.</param>
internal sealed class TextDocuments(SourceRequest request, string folder, IReadOnlyList<string> files)
{
    /// <summary>The most characters of one document.</summary>
    internal const int LongestDocument = 1 << 24;

    private static readonly string[] Names = ["text", "label", "path"];

    private readonly FaultList _faults = new(request.Path);
    private readonly List<string> _prints = [];
    private long _bytes;

    internal SourceTable Read(CancellationToken cancellation)
    {
        var store = request.Options.Store();
        var (texts, labels, paths) = (new TextBlockBuilder(store.Blocks), new LevelAssembler(store, readsMarkers: false), new TextBlockBuilder(store.Blocks));
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Document(file, cancellation) is { } text)
            {
                texts.Add(string.IsNullOrWhiteSpace(text) ? null : text);
                AddLabel(Path.GetFileName(Path.GetDirectoryName(file)), labels);
                paths.Add(file);
            }
        }

        if (!request.Options.SkipBadRows)
        {
            _faults.ThrowIfAny(_faults.Count > 1 ? FaultList.MendOrSkip : "");
        }

        var rows = texts.Count;
        Column[] columns = [new TextColumn(Names[0], texts.Build()), labels.Build(Names[1]), new TextColumn(Names[2], paths.Build())];
        var hasFolders = files.Any(file => file.Contains('/', StringComparison.Ordinal));
        return new(new([.. columns.Where(column => hasFolders || column.Name != Names[1])], rows), Report(rows));
    }

    private static void AddLabel(string? label, LevelAssembler labels)
    {
        if (string.IsNullOrEmpty(label))
        {
            labels.AddMissing(1);
        }
        else
        {
            labels.Add(label);
        }
    }

    private string? Document(string file, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file);
        _prints.Add(SourceFile.Fingerprint(path, cancellation));
        _bytes += new FileInfo(path).Length;
        using var reader = new StreamReader(TextFile.Open(path), TextEncoding.Find(request.Options.Encoding ?? "utf-8") ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = new StringBuilder();
        var buffer = new char[1 << 14];
        int count;
        while ((count = reader.Read(buffer)) > 0)
        {
            text.Append(buffer, 0, count);
            if (text.Length > LongestDocument)
            {
                return Refuse(file, $"the document is longer than {LongestDocument} characters. Cut it into parts.");
            }

            if (buffer.AsSpan(0, count).ContainsAny(TextEncoding.Mark, '\0'))
            {
                return Refuse(file, $"the file holds bytes that are not {reader.CurrentEncoding.WebName}. Save it as UTF-8, name its encoding (such as latin1), or leave it out of the pattern.");
            }
        }

        return text.ToString();
    }

    private string? Refuse(string file, string text)
    {
        _faults.Add(new(0, Names[0], file, $"'{file}': {text}"));
        return null;
    }

    private SourceReport Report(int rows) => new()
    {
        Path = request.Path,
        Source = TextDocumentSource.Name,
        Fingerprint = FilesFingerprint.Of(files, _prints),
        Bytes = _bytes,
        RowsRead = rows,
        RowsSkipped = _faults.Count,
        Faults = _faults.Listed,
    };
}
