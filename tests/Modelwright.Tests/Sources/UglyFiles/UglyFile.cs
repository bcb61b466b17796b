using System.Text;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>A file that somebody has, and what becomes of it.</summary>
/// <param name="Title">What is ugly about it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Makes what it holds, when it is asked for: a test may be listed where memory is measured. Null for a folder of that name.</param>
/// <param name="Outcome">The table, or the whole text of the refusal with the path as {0}.</param>
internal sealed record UglyFile(string Title, string Name, Func<byte[]>? Bytes, string Outcome)
{
    /// <summary>How it is read.</summary>
    internal ReadOptions Options { get; init; } = new();

    /// <summary>How a person asks for that on the command line.</summary>
    internal string Asked { get; init; } = "";

    /// <summary>Whether the outcome tells what the columns mean, too.</summary>
    internal bool TellsMeaning { get; init; }

    /// <summary>A file of text in UTF-8.</summary>
    internal static UglyFile Of(string title, string name, string text, string outcome) => new(title, name, () => Encoding.UTF8.GetBytes(text), outcome);

    /// <summary>A file named rows.csv.</summary>
    internal static UglyFile Csv(string title, string text, string outcome) => Of(title, "rows.csv", text, outcome);

    /// <summary>A large file named rows.csv.</summary>
    internal static UglyFile Csv(string title, Func<string> text, string outcome) => new(title, "rows.csv", () => Encoding.UTF8.GetBytes(text()), outcome);

    /// <summary>All of them, theme by theme.</summary>
    internal static IReadOnlyList<(string Theme, IReadOnlyList<UglyFile> Files)> All { get; } =
    [
        ("Quotes", QuoteFiles.All),
        ("Encodings", EncodingFiles.All),
        ("Shapes", ShapeFiles.All),
        ("Separators", SeparatorFiles.All),
        ("Values", ValueFiles.All),
        ("JSON", JsonFiles.All),
        ("Other kinds", OtherFiles.All),
    ];
}
