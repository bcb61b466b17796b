namespace Modelwright.Server.Faults;

/// <summary>All that is wrong with one request. Many are kept, and beyond that counted.</summary>
internal sealed class FaultList
{
    /// <summary>Faults that are told one by one; a request of a thousand columns can have each of them wrong.</summary>
    internal const int MostTold = 1_000;

    private readonly List<RequestFault> _told = [];

    internal IReadOnlyList<RequestFault> Told => _told;

    internal int Count { get; private set; }

    /// <summary>Whether one more would be told; who makes a costly text asks before.</summary>
    internal bool HasRoom => _told.Count < MostTold;

    internal void Add(RequestFault fault)
    {
        Count++;
        if (HasRoom)
        {
            _told.Add(fault);
        }
    }

    internal void Clear()
    {
        _told.Clear();
        Count = 0;
    }

    /// <exception cref="RequestException">There is any fault.</exception>
    internal void Throw()
    {
        if (Count > 0)
        {
            throw new RequestException(400, "The rows cannot be answered.", [.. _told], Count);
        }
    }
}
