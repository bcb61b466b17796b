using System.Net.Sockets;
using System.Text;

namespace Modelwright.Serving;

/// <summary>One kept connection that sends bytes as they are, and reads one answer to each. Far cheaper than a client library, so that the server is what is measured; and it sends what no library would.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>What stands for a status where the connection ended without an answer.</summary>
    public const int Ended = 0;

    /// <summary>What stands for a status where no answer came in time.</summary>
    public const int Hung = -1;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new(enable: true, seconds: 0) };
    private byte[] _buffer = new byte[64 << 10];
    private int _length;

    public Connection(Uri server) => _socket.Connect(server.Host, server.Port);

    /// <summary>The last answer, head and body.</summary>
    public ReadOnlySpan<byte> Answer => _buffer.AsSpan(0, _length);

    /// <summary>Whether it takes another request.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>A request with a body.</summary>
    public static byte[] Post(Uri server, string path, ReadOnlySpan<byte> body, string headers = "Content-Type: application/json\r\n", string method = "POST") =>
        [.. Encoding.Latin1.GetBytes($"{method} {path} HTTP/1.1\r\nHost: {server.Authority}\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    /// <summary>Sends and reads one answer.</summary>
    /// <returns>Its status, or <see cref="Ended"/>.</returns>
    public async ValueTask<int> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation = default)
    {
        _length = 0;
        try
        {
            await _socket.SendAsync(request, cancellation);
        }
        catch (SocketException)
        {
            // A server may answer and end the connection before it has read everything, so what it said is looked at all the same.
        }

        return await AnswerAsync(cancellation);
    }

    /// <summary>The same, with a time after which no answer is waited for.</summary>
    public async Task<int> AskAsync(ReadOnlyMemory<byte> request, TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time);
        try
        {
            return await AskAsync(request, limit.Token);
        }
        catch (OperationCanceledException)
        {
            IsOpen = false;
            return Hung;
        }
    }

    /// <summary>Says that no more comes.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> AnswerAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await ReceiveAsync(cancellation);
            if (read == 0)
            {
                IsOpen = false;
                return _length > 12 ? Status() : Ended;
            }

            _length += read;
            if (Http.IsWhole(Answer))
            {
                IsOpen = !Http.Ends(Answer);
                return Status();
            }

            if (_length == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }

    private async ValueTask<int> ReceiveAsync(CancellationToken cancellation)
    {
        try
        {
            return await _socket.ReceiveAsync(_buffer.AsMemory(_length), cancellation);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    // What does not begin as an answer of HTTP does is none.
    private int Status() => !Answer.StartsWith("HTTP/1.1 "u8) ? Ended : ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + _buffer[11] - '0';
}
