using System.Collections.Concurrent;

namespace Modelwright.Serving.Killing;

/// <summary>What a server acknowledged before it was killed. Safe from any thread.</summary>
internal sealed class KillMemory
{
    private readonly List<string> _requests = [];
    private readonly Lock _lock = new();
    private int _number;

    /// <summary>How many requests were acknowledged: their answers were read to the end, with 200.</summary>
    public int RequestCount
    {
        get
        {
            lock (_lock)
            {
                return _requests.Count;
            }
        }
    }

    /// <summary>Labels by the ids of their requests, read to the end of their answer with a status of success.</summary>
    public ConcurrentDictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>The version whose promotion was acknowledged last.</summary>
    public int Promoted { get; set; }

    /// <summary>The version whose promotion was asked for last; it may have been done without an answer.</summary>
    public int Asked { get; set; }

    public int Promotions { get; set; }

    /// <summary>Requests that a living server answered with something else.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>Remembers a request.</summary>
    public void Add(string id)
    {
        lock (_lock)
        {
            _requests.Add(id);
        }
    }

    /// <summary>The ids of acknowledged requests, from a place on.</summary>
    public List<string> Requests(int from, int most = int.MaxValue)
    {
        lock (_lock)
        {
            return _requests.GetRange(from, Math.Min(most, _requests.Count - from));
        }
    }

    public int NextNumber() => Interlocked.Increment(ref _number);
}
