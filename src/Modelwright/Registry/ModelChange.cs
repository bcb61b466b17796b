namespace Modelwright.Registry;

/// <summary>One line of a model's audit log; it is written with the change itself and never changed or deleted.</summary>
public sealed record ModelChange
{
    /// <summary>Its 1-based place in the log of its model, without gaps.</summary>
    public required int Position { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>When, in UTC, to the millisecond.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who, as the caller said.</summary>
    public required string By { get; init; }

    /// <summary>What was done.</summary>
    public required ModelAction Action { get; init; }

    /// <summary>The alias that was moved; null where none was.</summary>
    public string? Alias { get; init; }

    /// <summary>The version before: where the alias stood, or what was removed; null where there was none.</summary>
    public int? From { get; init; }

    /// <summary>The version after: where the alias stands, or what was registered; null where there is none.</summary>
    public int? To { get; init; }

    /// <summary>Whether it was done though the gate had said no.</summary>
    public bool Forced { get; init; }

    /// <summary>Why, as the caller said; always there where <see cref="Forced"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>What the gate said, a line a rule; null where it was not asked.</summary>
    public string? Gate { get; init; }

    /// <summary>SHA-256 of the package that was registered, promoted or removed; null where an alias was taken away.</summary>
    public string? Sha256 { get; init; }
}
