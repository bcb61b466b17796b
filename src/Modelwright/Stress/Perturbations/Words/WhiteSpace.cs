namespace Modelwright.Stress.Perturbations.Words;

/// <summary>Blanks where there were none.</summary>
internal sealed class WhiteSpace : WordPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "white_space",
        Title = "Stray blanks",
        Meaning = "Texts have blanks before and behind them, as fields of fixed width leave them.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    protected override Func<string, string> Changing(string?[] all, Random chance) => text =>
        new string(' ', chance.Next(1, 3)) + text + new string(' ', chance.Next(1, 3));
}
