namespace Modelwright.Stress.Perturbations.Words;

/// <summary>One slip of the keyboard in each text.</summary>
internal sealed class Typos : WordPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "typos",
        Title = "Typing errors",
        Meaning = "A letter is left out, doubled, replaced by a neighbour in the alphabet, or swapped with the next one.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    protected override Func<string, string> Changing(string?[] all, Random chance) => text =>
    {
        var (kind, share) = (chance.Next(4), chance.NextDouble());
        if (text.Length == 0)
        {
            return text;
        }

        var at = (int)(share * text.Length);
        return kind switch
        {
            0 when text.Length > 1 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 when at + 1 < text.Length && text[at] != text[at + 1] => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => $"{text[..at]}{Neighbour(text[at])}{text[(at + 1)..]}",
        };
    };

    private static char Neighbour(char letter) => letter switch
    {
        'z' => 'y',
        'Z' => 'Y',
        '9' => '8',
        >= 'a' and < 'z' or >= 'A' and < 'Z' or >= '0' and < '9' => (char)(letter + 1),
        _ => 'x',
    };
}
