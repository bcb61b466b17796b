using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile.Meanings;

namespace Modelwright.Profile;

/// <summary>What a person says wins over what was found.</summary>
internal static class Overrides
{
    internal static string? TargetOf(ProfileOptions options) =>
        options.Target ?? options.Roles.FirstOrDefault(pair => pair.Value == ColumnRole.Target).Key;

    internal static void Check(Table raw, ProfileOptions options)
    {
        string[] faults = [.. Faults(raw, options).Distinct(StringComparer.Ordinal)];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    internal static ColumnProfile Apply(ColumnProfile found, ProfileOptions options, string? target)
    {
        var profile = options.Types.TryGetValue(found.Name, out var type) ? Typed(found, type) : found;
        var role = found.Name == target ? ColumnRole.Target
            : options.Ignore.Contains(found.Name) ? ColumnRole.Ignore
            : options.Roles.TryGetValue(found.Name, out var told) ? told
            : profile.Spec.Role;
        return profile with { Spec = profile.Spec with { Role = role } };
    }

    private static ColumnProfile Typed(ColumnProfile found, ColumnType type)
    {
        var meaning = (found.Meaning, type) switch
        {
            (ColumnMeaning.Constant, _) => ColumnMeaning.Constant,
            (ColumnMeaning.Boolean, ColumnType.Category or ColumnType.Number) => ColumnMeaning.Boolean,
            _ when type == found.Spec.Type => found.Meaning is ColumnMeaning.Id ? Usual(type) : found.Meaning,
            _ => Usual(type),
        };
        var isSame = found.Spec.Type == type;
        var own = isSame ? found.Evidence.Markers : [];
        return found with
        {
            NamesRow = false,
            Findings = isSame ? found.Findings : [],
            Meaning = meaning,
            Confidence = 1,
            Reason = "as told",
            Spec = found.Spec with
            {
                Type = type,
                Role = meaning == ColumnMeaning.Constant ? ColumnRole.Ignore : ColumnRole.Feature,
                MissingMarkers = isSame ? found.Spec.MissingMarkers : ColumnInspector.MarkersFor(type, own),
                TimeFormats = type == ColumnType.Time ? found.Spec.TimeFormats : [],
                NumberDecorations = type == ColumnType.Number ? found.Spec.NumberDecorations : [],
                Notation = type == ColumnType.Number ? found.Spec.Notation : NumberNotation.Plain,
                Unit = type == ColumnType.Number ? found.Spec.Unit : null,
                Kind = isSame ? found.Spec.Kind : ColumnKind.Plain,
                ListSeparator = isSame ? found.Spec.ListSeparator : null,
                IsBoolean = meaning == ColumnMeaning.Boolean && type == ColumnType.Category,
            },
            Evidence = isSame ? found.Evidence : found.Evidence.OfOtherType,
        };
    }

    private static ColumnMeaning Usual(ColumnType type) => type switch
    {
        ColumnType.Number => ColumnMeaning.Number,
        ColumnType.Category => ColumnMeaning.Category,
        ColumnType.Time => ColumnMeaning.Time,
        _ => ColumnMeaning.Text,
    };

    private static IEnumerable<string> Faults(Table raw, ProfileOptions options)
    {
        string?[] named = [options.Target, .. options.Types.Keys, .. options.Roles.Keys, .. options.Ignore];
        foreach (var name in named.OfType<string>().Where(name => !raw.TryGet(name, out _)))
        {
            yield return $"Column '{name}' was not found.{NearestName.Suggest(name, raw.Names)} The table has: {Listed(raw)}. Check the spelling (case matters).";
        }

        string[] targets = [.. options.Roles.Where(pair => pair.Value == ColumnRole.Target).Select(pair => pair.Key).Union([.. options.Target is { } one ? [one] : Array.Empty<string>()])];
        if (targets.Length > 1)
        {
            yield return $"There are {targets.Length} targets: {string.Join(", ", targets.Select(name => $"'{name}'"))}. Name one.";
        }

        foreach (var name in targets.Where(options.Ignore.Contains))
        {
            yield return $"Column '{name}' is the target and is to be ignored. Take it out of one of the two.";
        }
    }

    private static string Listed(Table raw)
    {
        const int Most = 20;
        var shown = string.Join(", ", raw.Names.Take(Most).Select(name => $"'{name}'"));
        return raw.Columns.Count > Most ? $"{shown} and {raw.Columns.Count - Most} more" : shown;
    }
}
