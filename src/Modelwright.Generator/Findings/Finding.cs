using Microsoft.CodeAnalysis;

namespace Modelwright.Generator.Findings;

/// <summary>One thing to report, as plain values that compare.</summary>
/// <param name="Rule">What is broken.</param>
/// <param name="Place">Where.</param>
/// <param name="Words">What the text of the rule leaves open.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, Place Place, EquatableArray<string> Words)
{
    /// <summary>Texts may come from a hostile file: longer ones are cut.</summary>
    private const int MostLetters = 400;

    internal Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Place.ToLocation(), [.. Words.Select(Shown)]);

    /// <summary>One line of bounded length.</summary>
    private static string Shown(string text)
    {
        var plain = new string([.. text.Take(MostLetters).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return text.Length > MostLetters ? plain + "…" : plain;
    }
}
