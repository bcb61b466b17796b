namespace Modelwright.Sources.Rows;

/// <summary>What the cells of a column are so far.</summary>
internal enum RawKind
{
    /// <summary>No value came yet.</summary>
    Undecided,

    /// <summary>Whole numbers of 64 bits, all of them exact.</summary>
    Whole,

    /// <summary>Doubles.</summary>
    Number,

    /// <summary>Ticks.</summary>
    Time,

    /// <summary>Texts.</summary>
    Text,
}
