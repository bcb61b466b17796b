using System.Text;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Killing;

/// <summary>Callers who ask, label and promote until the server is gone, and remember what it acknowledged.</summary>
internal sealed class KillCallers(Uri server, byte[] row, KillMemory memory, int versions, int seed)
{
    private const int LabelsAtOnce = 10;
    private static readonly TimeSpan BetweenPromotions = TimeSpan.FromMilliseconds(50);

    /// <summary>What turned out to be true about a request, as its id has it.</summary>
    public required Func<string, string> Truth { get; init; }

    public Task RunAsync(int connections) => Task.WhenAll([.. Enumerable.Range(0, connections).Select(_ => Task.Run(PredictAsync)), Task.Run(LabelAsync), Task.Run(PromoteAsync)]);

    private async Task PredictAsync()
    {
        using var connection = new Connection(server);
        while (true)
        {
            var id = FormattableString.Invariant($"r{memory.NextNumber():0000000000}");
            var status = await connection.AskAsync(Connection.Post(server, "/predict", row, $"Content-Type: application/json\r\nX-Request-Id: {id}\r\n"));
            if (!Keeps(status, connection))
            {
                return;
            }

            memory.Add(id);
        }
    }

    private async Task LabelAsync()
    {
        var place = memory.RequestCount;
        using var connection = new Connection(server);
        while (true)
        {
            var ids = memory.Requests(place, LabelsAtOnce);
            place += ids.Count;
            if (ids.Count == 0)
            {
                await Task.Delay(1);
            }

            var body = $"[{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","label":"{{Truth(id)}}"}"""))}]";
            var status = await connection.AskAsync(Connection.Post(server, $"/models/{ServerSetup.Model}/labels", Encoding.UTF8.GetBytes(body)));
            if (!Keeps(status, connection))
            {
                return;
            }

            ids.ForEach(id => memory.Labels[id] = Truth(id));
        }
    }

    private async Task PromoteAsync()
    {
        var random = new Random(seed);
        using var connection = new Connection(server);
        while (true)
        {
            var version = random.Next(1, versions + 1);
            memory.Asked = version;
            var status = await connection.AskAsync(Connection.Post(server, $"/registry/models/{ServerSetup.Model}/promote", Encoding.UTF8.GetBytes($$"""{"version":{{version}}}""")));
            if (!Keeps(status, connection))
            {
                return;
            }

            (memory.Promoted, memory.Promotions) = (version, memory.Promotions + 1);
            await Task.Delay(BetweenPromotions);
        }
    }

    private bool Keeps(int status, Connection connection)
    {
        // An answer that was cut off is none, whatever its head said.
        if (status == Connection.Ended || !Http.IsWhole(connection.Answer))
        {
            return false;
        }

        if (status is < 200 or >= 300)
        {
            memory.Refused.Enqueue($"{status} {Encoding.UTF8.GetString(Http.Body(connection.Answer))}");
            return false;
        }

        return true;
    }
}
