namespace Modelwright.Cli.Verbs.Models;

/// <summary>What a call of 'models' says, whatever it asks; each action reads its own part.</summary>
internal sealed record ModelsRequest
{
    /// <summary>The second argument: a version, a model, or a package; empty where none is given.</summary>
    public required string What { get; init; }

    /// <summary>The third argument: an alias; null where none is given.</summary>
    public string? Alias { get; init; }

    /// <summary>The name to register under; null where none is given.</summary>
    public string? Name { get; init; }

    /// <summary>The file to write; null where none is given.</summary>
    public string? Output { get; init; }

    /// <summary>The file of bounds; null where none is given.</summary>
    public string? Gate { get; init; }

    /// <summary>The files of trusted keys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether the gate is overruled.</summary>
    public bool Force { get; init; }

    /// <summary>Whether an alias is taken away.</summary>
    public bool Drop { get; init; }

    /// <summary>Why; null where nobody says.</summary>
    public string? Reason { get; init; }

    /// <summary>A note on a version; null where there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Who; null is the user of the operating system.</summary>
    public string? By { get; init; }
}
