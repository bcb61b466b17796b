namespace Modelwright.Studio.Http;

/// <summary>What every page needs around its content.</summary>
/// <param name="Title">The title, shown as the heading.</param>
/// <param name="Section">Where it stands in the navigation.</param>
/// <param name="Caller">Who looks at it.</param>
/// <param name="Token">The token that forms of the page send back, against forged requests.</param>
public sealed record PageHead(string Title, PageSection Section, StudioCaller Caller, string Token)
{
    /// <summary>A sentence below the title; empty for none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Pages above this one, from the outermost, as title and address.</summary>
    public IReadOnlyList<(string Title, string Address)> Above { get; init; } = [];

    /// <summary>Whether parts of the page refresh themselves.</summary>
    public bool IsLive { get; init; }

    /// <summary>What was done just now, told once at the top; null for nothing.</summary>
    public string? Done { get; init; }
}
