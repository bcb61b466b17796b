using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Modelwright.Serving.Storming;

/// <summary>Connections that send a byte at a time, or nothing: each must be ended by the server, and others answered meanwhile.</summary>
internal static class SlowCallers
{
    private const int Kinds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(Uri server, RowsFile rows, int count, StormTally tally) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => (number % Kinds) switch
        {
            0 => CallAsync(server, "slow headers", $"GET /models HTTP/1.1\r\nHost: {server.Authority}\r\nX-Slow: ", "s", tally),
            1 => CallAsync(server, "slow bodies", $"POST /predict HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{", " ", tally),
            _ => CallAsync(server, "bodies that stop", $"POST /models/model/batch HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n{string.Join(',', rows.Table.Columns.Select(column => column.Name))}\n1", "", tally),
        })));

    private static async Task CallAsync(Uri server, string kind, string start, string more, StormTally tally)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(server.Host, server.Port, limit.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(start), limit.Token);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
            var dripping = DripAsync(stream, more, ended.Token);
            var answer = new byte[4096];
            var read = await ReadAsync(stream, answer, limit.Token);
            await ended.CancelAsync();
            await dripping;
            Count(kind, read > 12 ? int.Parse(Encoding.Latin1.GetString(answer, 9, 3), CultureInfo.InvariantCulture) : Connection.Ended, tally);
        }
        catch (OperationCanceledException)
        {
            Count(kind, Connection.Hung, tally);
        }
        catch (SocketException)
        {
            Count(kind, Connection.Ended, tally);
        }
    }

    private static void Count(string kind, int status, StormTally tally)
    {
        tally.Count(kind, status);
        if (status is Connection.Hung or >= 500 and not 503 or >= 200 and < 300)
        {
            tally.Fault($"{kind}: {status}");
        }
    }

    private static async Task<int> ReadAsync(NetworkStream stream, byte[] answer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(answer, cancellation);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task DripAsync(NetworkStream stream, string more, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, cancellation);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(more), cancellation);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The server has ended the connection, or answered.
        }
    }
}
