using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Stress.Attacks.Threats;

/// <summary>Says what is wrong with a threat for a schema.</summary>
internal sealed class ThreatFaults(Schema schema)
{
    private const int MostColumns = 100_000;
    private const int MostRules = 1000;

    private readonly string[] _features = [.. schema.Features.Select(column => column.Name)];

    /// <summary>One sentence a fault, with what to do.</summary>
    public IEnumerable<string> Of(Threat threat)
    {
        if (threat.Format != 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"threat format {threat.Format} is not known; this release reads format 1.");
        }

        if (!(threat.Budget >= 0 && double.IsFinite(threat.Budget)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the budget is {threat.Budget}, where a finite number of 0 or more is read.");
        }

        if (threat.Columns.Count > MostColumns || threat.Rules.Count > MostRules)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has {threat.Columns.Count} columns and {threat.Rules.Count} rules, where at most {MostColumns} and {MostRules} are read.");
            yield break;
        }

        foreach (var name in threat.Columns.CountBy(column => column.Name).Where(pair => pair.Value > 1).Select(pair => pair.Key))
        {
            yield return $"column '{name}' is named twice. Keep one of the two.";
        }

        foreach (var fault in threat.Columns.SelectMany(column => Of(column)).Concat(threat.Rules.SelectMany(rule => Of(rule))))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> Of(ThreatColumn column)
    {
        if (!schema.TryGet(column.Name, out var spec) || spec.Role != ColumnRole.Feature)
        {
            return [NoFeature(column.Name)];
        }

        return Numbers(column, spec).Concat(Levels(column, spec));
    }

    private static IEnumerable<string> Numbers(ThreatColumn column, ColumnSpec spec)
    {
        if (!(column.Cost > 0 && double.IsFinite(column.Cost)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"a change of '{column.Name}' costs {column.Cost}, where a finite number above 0 is read.");
        }

        if (Moves(column) && spec.Type is not (ColumnType.Number or ColumnType.Time))
        {
            yield return $"'{column.Name}' is no number and no time, so minimum, maximum, step and direction mean nothing for it. Leave them out.";
        }

        if (column.Minimum > column.Maximum || !double.IsFinite(column.Minimum ?? 0) || !double.IsFinite(column.Maximum ?? 0))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"no value of '{column.Name}' is from {column.Minimum} to {column.Maximum}.");
        }

        if (column.Step is { } step && !(step > 0 && double.IsFinite(step)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the step of '{column.Name}' is {step}, where a finite number above 0 is read.");
        }
    }

    private static bool Moves(ThreatColumn column) => column.Minimum is not null || column.Maximum is not null || column.Step is not null || column.Direction != ThreatDirection.Any;

    private static IEnumerable<string> Levels(ThreatColumn column, ColumnSpec spec)
    {
        if (column.Levels is not { } levels)
        {
            return [];
        }

        return spec.Type == ColumnType.Category
            ? levels.Except(spec.Levels, StringComparer.Ordinal).Select(level => $"'{column.Name}' has no level '{level}'.{NearestName.Suggest(level, spec.Levels)}")
            : [$"'{column.Name}' is no category, so levels mean nothing for it. Leave them out."];
    }

    private IEnumerable<string> Of(ThreatRule rule)
    {
        if ((rule.AtMost is null) == (rule.AtLeast is null))
        {
            yield return $"the rule for '{rule.Column}' sets {(rule.AtMost is null ? "neither at_most nor at_least" : "both at_most and at_least")}. Set one.";
        }

        string[] names = [.. new[] { rule.Column, rule.AtMost, rule.AtLeast }.OfType<string>().Distinct(StringComparer.Ordinal)];
        var known = true;
        foreach (var name in names.Where(name => !_features.Contains(name, StringComparer.Ordinal)))
        {
            known = false;
            yield return NoFeature(name);
        }

        ColumnType[] types = known ? [.. names.Select(name => schema.Features.First(column => column.Name == name).Type).Distinct()] : [];
        if (known && types is not [ColumnType.Number or ColumnType.Time])
        {
            yield return $"the rule for '{rule.Column}' compares what is not two numbers or two times.";
        }
    }

    private string NoFeature(string name) => $"the model has no feature '{name}'.{NearestName.Suggest(name, _features)}";
}
