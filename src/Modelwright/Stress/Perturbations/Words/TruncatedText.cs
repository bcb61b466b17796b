using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations.Words;

/// <summary>Texts cut off.</summary>
internal sealed class TruncatedText : WordPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "truncated_text",
        Title = "Texts cut off",
        Meaning = "Of each text only its first half is there, as a field too short leaves it.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Text, Kind: ColumnKind.Plain };

    /// <inheritdoc/>
    protected override Func<string, string> Changing(string?[] all, Random chance) => text =>
    {
        var end = text.Length / 2;
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    };
}
