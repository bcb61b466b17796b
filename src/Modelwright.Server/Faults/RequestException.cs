namespace Modelwright.Server.Faults;

/// <summary>A request that is not answered, with what is told of it.</summary>
internal sealed class RequestException : Exception
{
    /// <param name="status">The HTTP status, 4xx or 503.</param>
    /// <param name="title">What happened, in a sentence.</param>
    /// <param name="faults">What is wrong; one at least.</param>
    /// <param name="count">How many faults there are, with those that are not told.</param>
    internal RequestException(int status, string title, IReadOnlyList<RequestFault> faults, int count)
        : base(string.Join('\n', [title, .. faults.Select(fault => fault.Text)]))
    {
        (Status, Title, Faults, Count) = (status, title, faults, count);
    }

    internal int Status { get; }

    internal string Title { get; }

    internal IReadOnlyList<RequestFault> Faults { get; }

    internal int Count { get; }

    /// <summary>Seconds after which the request may come again; 0 where it should not come as it is.</summary>
    internal int RetryAfter { get; init; }

    /// <summary>Whether the connection ends after the answer, as what comes next on it cannot be told apart. Default: it stays.</summary>
    internal bool EndsConnection { get; init; }

    internal static RequestException Of(int status, string title, string message, string remedy) => new(status, title, [new(message, remedy)], 1);
}
