using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Features.Named;

/// <summary>What can be wrong with a step that a person names, each fault in one sentence with its remedy.</summary>
internal static class StepFaults
{
    /// <summary>Columns that an error names at most.</summary>
    private const int MostListed = 20;

    /// <summary>Faults that show without looking at the data.</summary>
    internal static IEnumerable<string> Of(StepCall call)
    {
        if (StepKinds.All.FirstOrDefault(kind => kind.Name == call.Name) is { } kind)
        {
            string[] single = [.. OfTargets(call, kind), .. OfSettings(call, kind)];
            return single.Length == 0 && kind.Contradiction?.Invoke(new(call)) is { } fault ? [$"--steps, '{call.Text}': {fault}"] : single;
        }

        string[] variants = [.. FeatureVariant.All.Select(variant => variant.Name)];
        if (variants.Contains(call.Name, StringComparer.Ordinal))
        {
            return call.Targets.Count + call.Settings.Count == 0 ? [] : [$"--steps, '{call.Text}': '{call.Name}' is a way to make all features and takes no columns or options. Write its name alone."];
        }

        string[] names = [.. StepKinds.All.Select(step => step.Name).Order(StringComparer.Ordinal)];
        return [$"--steps, '{call.Text}': there is no step '{call.Name}'.{NearestName.Suggest(call.Name, [.. names, .. variants])} There are: {string.Join(", ", names)}; and the ways to make all features: {string.Join(", ", variants)}."];
    }

    /// <summary>Faults that show in the columns a step would be fitted on.</summary>
    internal static IEnumerable<string> Of(StepCall call, StepKind kind, Table rows)
    {
        foreach (var target in call.Targets)
        {
            ColumnType[] first = target.Second is null ? kind.Types : kind.PairTypes!.Value.First;
            foreach (var fault in (string?[])[Of(call, target.First, first, rows), target.Second is null ? null : Of(call, target.Second, kind.PairTypes!.Value.Second, rows)])
            {
                if (fault is not null)
                {
                    yield return fault;
                }
            }
        }
    }

    private static string? Of(StepCall call, string name, ColumnType[] types, Table rows)
    {
        if (!rows.TryGet(name, out var column))
        {
            var near = NearestName.Suggest(name, rows.Names) is { Length: > 0 } nearest ? nearest : $" There are: {StepChoice.Listed([.. rows.Names], MostListed)}.";
            return $"--steps, '{call.Text}': there is no feature column '{name}'.{near} Check the spelling (case matters), and that it is neither ignored nor used up by a step before.";
        }

        return types.Contains(column.Type)
            ? null
            : $"--steps, '{call.Text}': column '{name}' is of type {Word(column.Type)}; '{call.Name}' takes {string.Join(" or ", types.Select(Word))}. Name another column, or give it that type with --types.";
    }

    private static IEnumerable<string> OfTargets(StepCall call, StepKind kind)
    {
        foreach (var target in call.Targets)
        {
            if (target.Second is not null && kind.PairTypes is null)
            {
                yield return $"--steps, '{call.Text}': '{call.Name}' takes single columns, not the pair '{target.First}/{target.Second}'. Write the columns with + between them.";
            }
            else if (target.Second is null && kind.Types.Length == 0)
            {
                yield return $"--steps, '{call.Text}': '{call.Name}' takes pairs of columns, not '{target.First}' alone. Write both with / between them.";
            }
        }
    }

    private static IEnumerable<string> OfSettings(StepCall call, StepKind kind)
    {
        string[] names = [.. kind.Options.Select(option => option.Name)];
        foreach (var (name, value) in call.Settings)
        {
            var option = Array.Find(kind.Options, option => option.Name == name);
            var fault = option is not null ? option.Fault(value)
                : $"there is no option '{name}'.{NearestName.Suggest(name, names)} {(names.Length == 0 ? $"'{call.Name}' has none." : $"There are: {string.Join(", ", names)}.")}";
            if (fault is not null)
            {
                yield return $"--steps, '{call.Text}': {fault}";
            }
        }

        foreach (var twice in call.Settings.CountBy(setting => setting.Name, StringComparer.Ordinal).Where(count => count.Value > 1))
        {
            yield return $"--steps, '{call.Text}': option '{twice.Key}' stands {twice.Value} times. Keep one of them.";
        }
    }

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();
}
