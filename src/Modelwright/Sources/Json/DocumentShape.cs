using System.Text;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Json;

/// <summary>How a JSON file holds its rows.</summary>
/// <param name="IsLines">Whether one object stands on each line.</param>
/// <param name="List">Otherwise the names of the list that holds them, empty for the document's own; null where each value of the document is a row.</param>
/// <param name="Note">What a person should know.</param>
internal sealed record DocumentShape(bool IsLines, string? List = null, string? Note = null)
{
    private const int MostNamed = 10;

    internal static DocumentShape Lines { get; } = new(true);

    /// <summary>Finds out from the file.</summary>
    /// <exception cref="DataException">The document is broken, or it does not say which list holds the rows.</exception>
    internal static DocumentShape Of(SourceRequest request, TextDecoding decoding, CancellationToken cancellation)
    {
        using var stream = JsonText.Open(request.Path, decoding);
        return First(stream) switch
        {
            (byte)'[' => request.Options.Record is null ? new(false, "") : throw NoNames(request),
            (byte)'{' when request.Options.Record is null && AreLines(request.Path, decoding) => Lines,
            (byte)'{' => OfObject(request, decoding, cancellation),
            0 => throw new DataException($"{request.Path}: the file is empty. Give a file with a list of JSON objects."),
            _ => Lines,
        };
    }

    private static byte First(Stream stream)
    {
        int value;
        while ((value = stream.ReadByte()) is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF)
        {
        }

        return value < 0 ? (byte)0 : (byte)value;
    }

    // The first line that is not blank is an object, and another such line follows.
    private static bool AreLines(string path, TextDecoding decoding)
    {
        using var stream = JsonText.Open(path, decoding);
        var lines = new LineReader(stream);
        var found = 0;
        while (found < 2 && lines.TryRead(out var line))
        {
            var text = line.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line;
            if (text.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            if (found == 0 && (lines.IsTooLong || LineFault.Of(text, lines.Line, decoding.Encoding) is not null))
            {
                return false;
            }

            found++;
        }

        return found == 2;
    }

    private static DocumentShape OfObject(SourceRequest request, TextDecoding decoding, CancellationToken cancellation)
    {
        using var stream = JsonText.Open(request.Path, decoding);
        var lists = new DocumentLists(new(request.Path, stream, mayRepeat: true, cancellation));
        var found = lists.WithObjects();
        if (request.Options.Record is { } wanted)
        {
            return found.Count(list => list == wanted) == 1 ? new(false, wanted) : throw NotOne(request.Path, $"There is not one list of objects named '{wanted}' in the document.", found);
        }

        return found.Count switch
        {
            0 when lists.Empty is { } empty && lists.OtherValues == 0 => new(false, empty),
            0 => new(false),
            1 => new(false, found[0], lists.OtherValues == 0 ? null : $"The rows are the list '{found[0]}'; {lists.OtherValues} other values of the document were left out."),
            _ => throw NotOne(request.Path, $"The document holds {found.Count} lists of objects.", found),
        };
    }

    private static DataException NotOne(string path, string what, List<string> found)
    {
        var names = string.Join(", ", found.Take(MostNamed).Select(list => $"'{FaultList.Show(list)}'"));
        var known = found.Count == 0 ? "It holds none; leave Record (--record) out to read it as one row." : $"It holds {names}{(found.Count > MostNamed ? " and more" : "")}: set Record (--record) to the one with the rows.";
        return new($"{path}: {what} {known}");
    }

    private static DataException NoNames(SourceRequest request) =>
        new($"{request.Path}: the document is a list itself, and has no list named '{request.Options.Record}'. Leave Record (--record) out.");
}
