namespace Modelwright.Fuzz.Packages;

/// <summary>One named value of a record, as loose as hostile bytes may be.</summary>
internal sealed class Entry
{
    /// <summary>The kind of a part, which holds a record.</summary>
    internal const byte PartKind = 9;

    /// <summary>The name in UTF-8.</summary>
    internal required byte[] Name { get; set; }

    /// <summary>The byte that says what follows.</summary>
    internal required byte Kind { get; set; }

    /// <summary>The value with its own counts and lengths; empty for a part.</summary>
    internal byte[] Value { get; set; } = [];

    /// <summary>The record of a part.</summary>
    internal Record? Part { get; set; }

    /// <summary>The length that a part claims; null tells the truth.</summary>
    internal long? ClaimedLength { get; set; }

    /// <summary>A copy that shares nothing.</summary>
    internal Entry Copy() => new() { Name = [.. Name], Kind = Kind, Value = [.. Value], Part = Part?.Copy(), ClaimedLength = ClaimedLength };
}
