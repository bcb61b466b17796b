using System.Text;

namespace Modelwright.Exporting.CSharp;

/// <summary>The pieces of Modelwright's own code that exported C# is made with: the very files that predictions here are made with.</summary>
internal static class CSharpSources
{
    private static readonly string[] Names =
    [
        "FormulaOperations", "FlatTrees", "EncodedTables", "WaveSums", "ActivationValues", "NetworkActivation", "PortableMath", "PortableMath.Angles", "PortableVectors", "NormalQuantile",
    ];

    /// <summary>All of them, without usings and namespaces, hidden from other code.</summary>
    internal static IEnumerable<string> Lines()
    {
        foreach (var name in Names)
        {
            using var stream = typeof(CSharpSources).Assembly.GetManifestResourceStream($"{name}.cs")
                ?? throw new InvalidOperationException($"The source '{name}' is not part of this assembly.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal))
                {
                    yield return line.StartsWith("public ", StringComparison.Ordinal) ? $"internal {line["public ".Length..]}" : line;
                }
            }
        }
    }
}
