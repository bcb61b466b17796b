namespace Modelwright.Sources.Duck;

/// <summary>How a field of an answer is taken.</summary>
internal enum FieldKind
{
    /// <summary>As a double.</summary>
    Number,

    /// <summary>As microseconds since 1970.</summary>
    Time,

    /// <summary>As text.</summary>
    Text,

    /// <summary>Not at all.</summary>
    Bytes,
}
