using System.Collections.Frozen;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile.Meanings;

namespace Modelwright.Stress.Fairness;

/// <summary>Finds the columns whose groups are to be treated alike: those declared or named, else those whose names suggest it.</summary>
internal static class SensitiveColumns
{
    private const int MostNamed = 20;

    /// <summary>Whole words of names. What law protects in most countries, in the languages that column names are most often in.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "sex", "gender", "race", "ethnicity", "ethnic", "age", "religion", "disability", "disabled", "nationality", "citizenship", "marital", "pregnant", "pregnancy",
        "geschlecht", "alter", "ethnie", "konfession", "behinderung", "nationalität", "staatsangehörigkeit", "familienstand",
        "sexe", "âge", "handicap", "nationalité",
        "sexo", "edad", "raza", "etnia", "religión", "discapacidad", "nacionalidad",
        "sesso", "età", "razza", "religione", "disabilità", "nazionalità",
        "idade", "raça", "religião", "deficiência", "nacionalidade",
        "geslacht", "leeftijd", "nationaliteit",
        "cinsiyet", "yaş", "płeć", "wiek");

    /// <summary>With one of these beside it, an age is not a person's.</summary>
    private static readonly FrozenSet<string> Things = FrozenSet.Create(
        StringComparer.Ordinal, "account", "building", "car", "contract", "device", "home", "house", "loan", "machine", "policy", "product", "property", "vehicle");

    /// <summary>The columns, in the order of the rows.</summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="named">Columns that the caller calls sensitive.</param>
    /// <exception cref="OptionsException">A named column is absent or the target; the text lists all such.</exception>
    public static SensitiveColumn[] Of(Schema schema, Table rows, IReadOnlyList<string> named)
    {
        string[] faults = [.. named.Select(name => Fault(schema, rows, name)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }

        var declared = schema.WithRole(ColumnRole.Sensitive).Select(spec => spec.Name).Concat(named).ToHashSet(StringComparer.Ordinal);
        return declared.Count > 0
            ? [.. rows.Names.Where(declared.Contains).Select(name => new SensitiveColumn(name, IsSuggested: false))]
            : [.. schema.Features.Where(spec => rows.TryGet(spec.Name, out _) && IsSuggested(spec.Name)).Select(spec => new SensitiveColumn(spec.Name, IsSuggested: true))];
    }

    /// <summary>Whether a name suggests that a column is sensitive.</summary>
    public static bool IsSuggested(string name) => NameWords.Has(name, Words) && !NameWords.Has(name, Things);

    private static string? Fault(Schema schema, Table rows, string name) =>
        schema.Target?.Name == name ? $"The sensitive column '{name}' is the target. Groups are compared by what the model answers for them; name a column that says who they are."
        : rows.TryGet(name, out _) ? null
        : $"The sensitive column '{name}' was not found.{NearestName.Suggest(name, rows.Names)} The rows have: {string.Join(", ", rows.Names.Take(MostNamed).Select(other => $"'{other}'"))}{(rows.Columns.Count > MostNamed ? " and others" : "")}. Check the spelling (case matters), or train with the column in the role 'sensitive', which keeps it for this test alone.";
}
