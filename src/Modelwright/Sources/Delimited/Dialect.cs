namespace Modelwright.Sources.Delimited;

/// <summary>How a delimited file is written.</summary>
/// <param name="Separator">The character between cells.</param>
/// <param name="Decoding">How its bytes become characters.</param>
/// <param name="Names">The columns.</param>
/// <param name="HeaderRows">How many of the first records hold the names; 0 where none does.</param>
/// <param name="HasQuotes">Whether a quote at the start of a cell opens it.</param>
internal sealed record Dialect(char Separator, TextDecoding Decoding, IReadOnlyList<string> Names, int HeaderRows, bool HasQuotes)
{
    /// <summary>Lines before the names that are no records.</summary>
    internal int PreambleLines { get; init; }

    /// <summary>How many of the last columns have no name of their own.</summary>
    internal int Unnamed { get; init; }

    /// <summary>Whether numbers have a comma before their fraction.</summary>
    internal bool HasDecimalComma { get; init; }

    /// <summary>What a person should know of how it was found out.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    internal bool HasHeader => HeaderRows > 0;

    /// <summary>The first record as the file has it, shortened, for texts.</summary>
    internal string HeaderShown => FaultList.Show(string.Join(Separator, Names));
}
