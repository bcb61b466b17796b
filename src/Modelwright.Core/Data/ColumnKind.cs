namespace Modelwright.Core.Data;

/// <summary>What the values of a column are beside their type, for the steps that treat them specially.</summary>
public enum ColumnKind
{
    /// <summary>Nothing beside the type.</summary>
    Plain,

    /// <summary>A number column of degrees north, from -90 to 90.</summary>
    Latitude,

    /// <summary>A number column of degrees east, from -180 to 180.</summary>
    Longitude,

    /// <summary>A text column whose cells hold latitude and longitude in degrees, such as "52.52, 13.40".</summary>
    Coordinates,

    /// <summary>A text column whose cells hold any number of items; see <see cref="ColumnSpec.ListSeparator"/>.</summary>
    List,
}
