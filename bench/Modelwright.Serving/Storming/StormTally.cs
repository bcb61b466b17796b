using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Modelwright.Serving.Storming;

/// <summary>Counts statuses by kind, and keeps what was not as it must be. Safe from any thread.</summary>
internal sealed class StormTally
{
    private const int MostShown = 20;

    // The right answer to another version of HTTP.
    private const int OtherVersion = 505;

    private readonly ConcurrentDictionary<(string Kind, int Status), int> _counts = [];
    private readonly ConcurrentQueue<string> _faults = [];

    public int Faults => _faults.Count;

    public void Count(string kind, int status) => _counts.AddOrUpdate((kind, status), 1, (_, count) => count + 1);

    public void Fault(string what)
    {
        _faults.Enqueue(what);
        if (_faults.Count <= MostShown)
        {
            Console.WriteLine($"FAULT  {what}");
        }
    }

    /// <summary>Takes an answer in.</summary>
    public void Judge(StormKind kind, int status, ReadOnlySpan<byte> answer, string request)
    {
        Count(kind.Name, status);
        if (status is (>= 500 and not OtherVersion) or Connection.Hung || (status == Connection.Ended && !kind.MayEnd) || (kind.MustFail && status is >= 200 and < 300) || (kind.MustPass && status != 200))
        {
            Fault($"{kind.Name}: {status} to {request}");
        }

        if (answer.IndexOf("root:x:"u8) >= 0)
        {
            Fault($"{kind.Name}: the answer holds a file of the system: {request}");
        }
    }

    public JsonObject Write()
    {
        var kinds = new JsonObject();
        foreach (var kind in _counts.GroupBy(pair => pair.Key.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            kinds[kind.Key] = new JsonObject(kind.OrderBy(pair => pair.Key.Status).Select(pair => KeyValuePair.Create(Said(pair.Key.Status), (JsonNode?)pair.Value)));
            Console.WriteLine($"{kind.Key,-28} {string.Join("  ", kind.OrderBy(pair => pair.Key.Status).Select(pair => $"{Said(pair.Key.Status)}: {pair.Value}"))}");
        }

        return kinds;
    }

    private static string Said(int status) => status switch
    {
        Connection.Ended => "connection ended",
        Connection.Hung => "no answer",
        _ => $"{status}",
    };
}
