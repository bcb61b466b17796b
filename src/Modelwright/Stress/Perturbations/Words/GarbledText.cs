using System.Text;
using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations.Words;

/// <summary>Texts read in the wrong encoding.</summary>
internal sealed class GarbledText : WordPerturbation
{
    private const double Share = 0.15;

    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "garbled_text",
        Title = "Garbled texts",
        Meaning = "Letters beyond ASCII come out as two wrong ones, as UTF-8 read as Latin-1 does, and one letter in seven is a question mark.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Text or ColumnType.Category, Kind: ColumnKind.Plain, IsBoolean: false };

    /// <inheritdoc/>
    protected override Func<string, string> Changing(string?[] all, Random chance) => text =>
    {
        var letters = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)).ToCharArray();
        for (var place = 0; place < letters.Length; place++)
        {
            letters[place] = chance.NextDouble() < Share ? '?' : letters[place];
        }

        return new(letters);
    };
}
