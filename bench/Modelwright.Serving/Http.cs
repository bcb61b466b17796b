namespace Modelwright.Serving;

/// <summary>As much of HTTP as is needed to see where an answer ends.</summary>
internal static class Http
{
    /// <summary>Whether an answer is all there.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var body = answer[(end + 4)..];
        return head.IndexOf("Transfer-Encoding: chunked"u8) >= 0 ? body.EndsWith("0\r\n\r\n"u8) : body.Length >= BodyLength(head);
    }

    /// <summary>Whether the server ends the connection after the answer.</summary>
    public static bool Ends(ReadOnlySpan<byte> answer) => answer[..answer.IndexOf("\r\n\r\n"u8)].IndexOf("Connection: close"u8) >= 0;

    /// <summary>The body of a whole answer that is not sent in chunks.</summary>
    public static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> answer) => answer[(answer.IndexOf("\r\n\r\n"u8) + 4)..];

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var mark = "Content-Length: "u8;
        var start = head.IndexOf(mark);
        var length = 0;
        for (var place = start + mark.Length; start >= 0 && place < head.Length && head[place] is >= (byte)'0' and <= (byte)'9'; place++)
        {
            length = (length * 10) + head[place] - '0';
        }

        return length;
    }
}
