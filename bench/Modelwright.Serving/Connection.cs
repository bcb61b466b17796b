using System.Net.Sockets;
using System.Text;

namespace Modelwright.Serving;

/// <summary>One kept connection that sends the same bytes again and again, and reads answers by their length. Far cheaper than a client library, so that the server is what is measured.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly byte[] _request;

    public Connection(Uri server, string path, string body)
    {
        _request = Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _socket.Connect(server.Host, server.Port);
    }

    /// <summary>Sends and reads one answer.</summary>
    /// <returns>Its status.</returns>
    public async ValueTask<int> AskAsync()
    {
        await _socket.SendAsync(_request);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            length += read;
            if (read == 0 || length == _buffer.Length)
            {
                return 0;
            }

            var end = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && length >= end + 4 + BodyLength(_buffer.AsSpan(0, end)))
            {
                return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + _buffer[11] - '0';
            }
        }
    }

    public void Dispose() => _socket.Dispose();

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
