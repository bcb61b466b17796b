namespace Modelwright.Segments;

/// <summary>What segments look like.</summary>
internal enum SimulatedShape
{
    /// <summary>Normal clouds.</summary>
    Clouds,

    /// <summary>Rings around one middle.</summary>
    Rings,

    /// <summary>Half moons that reach into one another.</summary>
    Moons,

    /// <summary>Long stripes side by side.</summary>
    Stripes,

    /// <summary>An even box.</summary>
    Even,
}
