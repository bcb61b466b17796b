namespace Modelwright.Sources.Json;

/// <summary>The rows of a JSON file, one after the other, each as text.</summary>
internal interface IObjectRows
{
    /// <summary>1-based line on which the row last read starts.</summary>
    long Line { get; }

    /// <summary>Whether the row is longer than any is read; its text is not to be used then.</summary>
    bool IsTooLong { get; }

    /// <summary>Whether the row ended with the file where a line break belongs.</summary>
    bool EndedWithFile { get; }

    /// <summary>Reads a row as UTF-8; valid until the next call.</summary>
    /// <returns>False at the end of the file.</returns>
    bool TryRead(out ReadOnlySpan<byte> text);
}
