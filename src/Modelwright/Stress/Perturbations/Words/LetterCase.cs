namespace Modelwright.Stress.Perturbations.Words;

/// <summary>Capital letters for small ones and the other way round.</summary>
internal sealed class LetterCase : WordPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "letter_case",
        Title = "Another letter case",
        Meaning = "Texts are written in capital letters, or in small ones where they were capital: another form, another source.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    protected override Func<string, string> Changing(string?[] all, Random chance) => text =>
        text.ToUpperInvariant() is var capital && capital != text ? capital : text.ToLowerInvariant();
}
