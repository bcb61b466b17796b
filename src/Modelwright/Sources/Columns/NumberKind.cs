namespace Modelwright.Sources.Columns;

/// <summary>What a text is when read as a number.</summary>
internal enum NumberKind
{
    /// <summary>Something else.</summary>
    None,

    /// <summary>A finite number, read to the nearest double.</summary>
    Finite,

    /// <summary>A number that a double cannot hold: infinite, or too large.</summary>
    Infinite,
}
