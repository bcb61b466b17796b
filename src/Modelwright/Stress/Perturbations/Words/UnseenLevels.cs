using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations.Words;

/// <summary>Categories that training never saw.</summary>
internal sealed class UnseenLevels : WordPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "unseen_levels",
        Title = "Unseen categories",
        Meaning = "Categories that did not exist when the model was trained: a new product, a new country, a new code.",
        Severity = "every cell",
        HasWorstPlace = true,
    };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Category, IsBoolean: false };

    /// <inheritdoc/>
    protected override Func<string, string> Changing(string?[] all, Random chance)
    {
        var known = all.ToHashSet(StringComparer.Ordinal);
        return _ =>
        {
            var name = $"new {chance.Next(100, 1000)}";
            while (known.Contains(name))
            {
                name += "+";
            }

            return name;
        };
    }
}
