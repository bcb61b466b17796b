namespace Modelwright.Monitoring.Requests;

/// <summary>The byte before a cell of a record; a cell stands as it came, whatever its column's type.</summary>
internal enum CellKind : byte
{
    /// <summary>No value.</summary>
    Missing = 0,

    /// <summary>A number of eight bytes.</summary>
    Number = 1,

    /// <summary>A point in time, as ticks.</summary>
    Time = 2,

    /// <summary>A text.</summary>
    Text = 3,
}
