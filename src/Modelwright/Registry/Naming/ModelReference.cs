using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Registry.Naming;

/// <summary>How a person names a version: 'churn' (the champion, else the newest), 'churn@3' or 'churn@challenger'.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The number; null where it is not told.</param>
/// <param name="Alias">The alias; null where it is not told.</param>
internal sealed record ModelReference(string Model, int? Version, string? Alias)
{
    /// <summary>Reads a reference.</summary>
    /// <exception cref="OptionsException">It is none.</exception>
    public static ModelReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (model, rest) = at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
        if (ModelName.IsOne(model))
        {
            switch (rest)
            {
                case null:
                    return new(model, null, null);
                case [>= '1' and <= '9', ..] when int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var version):
                    return new(model, version, null);
                case var alias when ModelName.IsAlias(alias):
                    return new(model, null, alias);
            }
        }

        throw new OptionsException($"'{ModelName.Shown(text)}' names no version of a model. Write NAME, NAME@3 or NAME@champion; a name has 1 to {ModelName.Longest} letters a-z, digits, '-', '_' or '.'.");
    }
}
