namespace Modelwright.Stress.Attacks.Threats;

/// <summary>What an opponent can do to one column. A value that is missing stays missing, and none becomes so.</summary>
public sealed record ThreatColumn
{
    /// <summary>A feature of the model; case matters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it can be changed at all.</summary>
    public bool Mutable { get; init; } = true;

    /// <summary>Which way a number or a time can go; any for all others.</summary>
    public ThreatDirection Direction { get; init; }

    /// <summary>The least value a number can be changed to, or a time in days since 0001-01-01; null sets no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest such value; null sets no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>A number changes by whole multiples of this, a time by as many days; above 0, null for any change.</summary>
    public double? Step { get; init; }

    /// <summary>The levels that a category can be changed to; null for all that the model knows.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>What a change costs, above 0: by the unit for a number, by the day for a time, by the change for a category, by the word changed for a text.</summary>
    public double Cost { get; init; } = 1;
}
