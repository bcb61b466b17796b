namespace Modelwright.Serving.Storming;

/// <summary>One way to be wrong.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Make">Makes a request, by chance.</param>
internal sealed record StormKind(string Name, Func<StormRequests, Random, byte[]> Make)
{
    /// <summary>Whether the server may end the connection without an answer: what is sent is no HTTP, or far too long.</summary>
    public bool MayEnd { get; init; }

    /// <summary>Whether no more is sent after it, so that the server sees where it ends.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether an answer with a status of success would be wrong.</summary>
    public bool MustFail { get; init; }

    /// <summary>Whether any answer but 200 would be wrong.</summary>
    public bool MustPass { get; init; }

    /// <summary>Whether it has a connection of its own.</summary>
    public bool IsAlone => MayEnd || IsCut;
}
