using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Threats;

/// <summary>
/// What an opponent can really change in a row, and what that costs; a file of it is written by <see cref="ThreatFile"/>. The cost of a
/// changed row is the sum over its columns: cost by the unit times the distance for numbers, cost by the change for categories, cost by
/// the word for texts.
/// </summary>
/// <param name="Columns">Features with what can be done to them; one that is not named cannot be changed.</param>
public sealed record Threat(IReadOnlyList<ThreatColumn> Columns)
{
    /// <summary>The format of its document.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The cost within which a flipped answer counts against the model; 0 or more. Within 0 nothing can be changed.</summary>
    public double Budget { get; init; } = 1;

    /// <summary>Rules that a changed row must keep.</summary>
    public IReadOnlyList<ThreatRule> Rules { get; init; } = [];

    /// <summary>
    /// What is assumed where nobody says otherwise: every feature can be changed within the range of the rows, whole numbers by whole
    /// steps; a standard deviation of the rows costs 1, and so does another level or a word. Lists and places stay as they are.
    /// </summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">Rows in the types of the schema.</param>
    public static Threat Draft(Schema schema, Table rows)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(rows);
        return ThreatDraft.Of(schema, rows);
    }

    /// <summary>What a changed row breaks.</summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="before">Rows as they were, in the types of the schema.</param>
    /// <param name="row">0-based row of <paramref name="before"/>.</param>
    /// <param name="after">One row with all features.</param>
    /// <returns>One sentence a fault; none where the threat allows all of it.</returns>
    public IReadOnlyList<string> Broken(Schema schema, Table before, int row, Table after)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. new ChangedRow(this, schema, before, row).Broken(after)];
    }

    /// <summary>What a changed row costs.</summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="before">Rows as they were, in the types of the schema.</param>
    /// <param name="row">0-based row of <paramref name="before"/>.</param>
    /// <param name="after">One row with all features.</param>
    /// <returns>0 where nothing changed; infinity where something changed that cannot.</returns>
    public double Cost(Schema schema, Table before, int row, Table after)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new ChangedRow(this, schema, before, row).Cost(after);
    }
}
