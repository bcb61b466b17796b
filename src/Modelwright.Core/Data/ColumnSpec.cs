namespace Modelwright.Core.Data;

/// <summary>What a schema says of one column. The same reading is done when training and when predicting.</summary>
/// <param name="Name">Unique in its schema; case matters.</param>
/// <param name="Type">The type after reading.</param>
/// <param name="Role">What the column is for.</param>
public sealed record ColumnSpec(string Name, ColumnType Type, ColumnRole Role = ColumnRole.Feature)
{
    /// <summary>Texts that mean "no value" besides an empty cell, such as "NA", "?" or "-999"; compared without white space around, case matters.</summary>
    public IReadOnlyList<string> MissingMarkers { get; init; } = [];

    /// <summary>For a category: the levels seen when training, in the order of their codes; otherwise empty.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>For a time held as text: .NET custom formats tried in order, invariant culture; empty means ISO 8601.</summary>
    public IReadOnlyList<string> TimeFormats { get; init; } = [];

    /// <summary>Whether a category holds yes-or-no answers; a note for people, the levels stay as the file has them.</summary>
    public bool IsBoolean { get; init; }

    /// <summary>For a number held as text: signs to take away before reading, such as "$", "€", "," or "%"; empty for plain numbers.</summary>
    public IReadOnlyList<string> NumberDecorations { get; init; } = [];

    /// <summary>For a number held as text: how it is written beside those signs; plain unless the data asks for more.</summary>
    public NumberNotation Notation { get; init; } = NumberNotation.Plain;

    /// <summary>What the values are beside their type; plain unless the data asks for more.</summary>
    public ColumnKind Kind { get; init; }

    /// <summary>For a list: what stands between the items, ",", ";" or "|", or "json" where a cell is a JSON array; null for all others.</summary>
    public string? ListSeparator { get; init; }

    /// <summary>The unit of the numbers, such as "kg"; a note for people, null where none is known.</summary>
    public string? Unit { get; init; }
}
