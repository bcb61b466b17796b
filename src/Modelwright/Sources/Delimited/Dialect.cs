namespace Modelwright.Sources.Delimited;

/// <summary>How a delimited file is written.</summary>
/// <param name="Separator">The character between cells.</param>
/// <param name="Decoding">How its bytes become characters.</param>
/// <param name="Names">The columns.</param>
/// <param name="HasHeader">Whether the first record holds the names.</param>
/// <param name="HasQuotes">Whether a quote at the start of a cell opens it.</param>
internal sealed record Dialect(char Separator, TextDecoding Decoding, IReadOnlyList<string> Names, bool HasHeader, bool HasQuotes)
{
    /// <summary>The first record as the file has it, shortened, for texts.</summary>
    internal string HeaderShown => FaultList.Show(string.Join(Separator, Names));
}
