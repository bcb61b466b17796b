using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Json;

/// <summary>What is wrong with a line of a JSON lines file. The whole line is looked at before any value of it is taken, so that a broken line leaves nothing behind.</summary>
internal static class LineFault
{
    private const int MostDepth = 64;

    private static ReadOnlySpan<byte> Mark => "\uFFFF"u8;

    /// <summary>Refuses files that are JSON, but not one object a line, before each of their lines is called broken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">Its first line.</param>
    /// <exception cref="DataException">It is such a file.</exception>
    internal static void CheckFirst(string path, ReadOnlySpan<byte> line)
    {
        var fault = line.Trim(" \t"u8) switch
        {
            [(byte)'[', ..] => "the file holds one JSON list, not one object a line. Write each object on a line of its own (jq -c '.[]' does so), or name the file .json.",
            [(byte)'{'] => "an object is spread over several lines. Write each object on one line (jq -c . does so), or name the file .json.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new DataException($"{path}, line 1: {fault}");
        }
    }

    /// <summary>The fault of a line; null where it is one JSON object.</summary>
    /// <param name="line">The line as UTF-8.</param>
    /// <param name="number">Its 1-based number.</param>
    /// <param name="encoding">What it was before.</param>
    internal static SourceFault? Of(ReadOnlySpan<byte> line, long number, Encoding encoding)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = MostDepth });
        string? text;
        try
        {
            text = Walk(ref reader, line) ?? NoText(line, encoding);
        }
        catch (JsonException fault)
        {
            // The depth does not count the list or object that was opened last.
            text = reader.CurrentDepth >= MostDepth - 1
                ? $"lists and objects are nested deeper than {MostDepth} levels. Take the inner ones apart, or leave them out."
                : $"the JSON is broken at character {Character(line, fault)}: '{Shown(line)}'. Close what is open, or get the file again if it was cut.";
        }

        return text is null ? null : new(number, null, Shown(line), text);
    }

    private static string? Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return $"'{Shown(line)}' is no JSON object. Write each row as one, such as {{\"age\": 31}}.";
        }

        while (reader.Read())
        {
            if (HoldsHalfACharacter(ref reader))
            {
                return "a text holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.";
            }
        }

        return null;
    }

    private static string? NoText(ReadOnlySpan<byte> line, Encoding encoding)
    {
        if (encoding is UTF8Encoding)
        {
            return Utf8.IsValid(line) ? null : NotUtf8(line);
        }

        return line.IndexOf(Mark) < 0 ? null : $"the bytes of a character are not {encoding.WebName}. Name the file's encoding (such as utf-8), or save the file as UTF-8.";
    }

    private static string NotUtf8(ReadOnlySpan<byte> line)
    {
        Utf8.ToUtf16(line, new char[line.Length], out var read, out var characters, replaceInvalidSequences: false);
        return $"byte 0x{line[read]:X2} at character {characters + 1} is not utf-8. Save the file as UTF-8, or name its encoding (such as windows-1252).";
    }

    private static bool HoldsHalfACharacter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped || reader.ValueSpan.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        try
        {
            reader.GetString();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static int Character(ReadOnlySpan<byte> line, JsonException fault) =>
        Encoding.UTF8.GetCharCount(line[..(int)Math.Min(fault.BytePositionInLine ?? 0, line.Length)]) + 1;

    private static string Shown(ReadOnlySpan<byte> line)
    {
        const int Enough = 512;
        return FaultList.Show(Encoding.UTF8.GetString(line[..Math.Min(line.Length, Enough)]));
    }
}
