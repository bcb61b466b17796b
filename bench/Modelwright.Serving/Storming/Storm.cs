using System.Text;

namespace Modelwright.Serving.Storming;

/// <summary>Sends requests of all kinds over several connections.</summary>
internal sealed class Storm(StormRequests requests, StormTally tally, Choices choices)
{
    private const int MostShown = 160;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan CutAfter = TimeSpan.FromMilliseconds(100);
    private readonly StormKind[] _kinds = [.. StormKinds.All.Where(kind => choices.Only is null || kind.Name == choices.Only)];
    private int _number;

    public Task RunAsync(int count, int connections) => Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendAsync(count))));

    private async Task SendAsync(int count)
    {
        Connection? kept = null;
        for (var number = Interlocked.Increment(ref _number); number <= count; number = Interlocked.Increment(ref _number))
        {
            var random = new Random(unchecked((choices.Seed * 1_000_003) + number));
            var kind = _kinds[random.Next(_kinds.Length)];
            var request = kind.Make(requests, random);
            var shown = Encoding.Latin1.GetString(request.AsSpan(0, Math.Min(MostShown, request.Length))).ReplaceLineEndings(" ");
            if (kind.IsAlone)
            {
                await AskAloneAsync(kind, request, shown);
                continue;
            }

            kept = await AskAsync(kept, kind, request, shown);
        }

        kept?.Dispose();
    }

    private async Task AskAloneAsync(StormKind kind, byte[] request, string shown)
    {
        using var alone = new Connection(requests.Server);
        var asking = alone.AskAsync(request, Patience);
        if (kind.IsCut && await Task.WhenAny(asking, Task.Delay(CutAfter)) != asking)
        {
            alone.EndSending();
        }

        tally.Judge(kind, await asking, alone.Answer, shown);
    }

    // A server may end a kept connection between two requests; who asks then asks once more, as every client does.
    private async Task<Connection?> AskAsync(Connection? kept, StormKind kind, byte[] request, string shown)
    {
        var isNew = kept is null;
        var connection = kept ?? new Connection(requests.Server);
        var status = await connection.AskAsync(request, Patience);
        if (status == Connection.Ended && !isNew)
        {
            connection.Dispose();
            connection = new(requests.Server);
            status = await connection.AskAsync(request, Patience);
        }

        tally.Judge(kind, status, connection.Answer, shown);
        if (connection.IsOpen)
        {
            return connection;
        }

        connection.Dispose();
        return null;
    }
}
