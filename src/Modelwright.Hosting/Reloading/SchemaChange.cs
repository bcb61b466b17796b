using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting.Reloading;

/// <summary>
/// Whether an app that works with one model works with another: it gives the columns that the first asks for and reads the
/// answers that the first gives. Fewer columns, other levels and more classes are no change to it.
/// </summary>
internal static class SchemaChange
{
    private const int MostListed = 20;

    /// <summary>What is different, a line each; empty where nothing that matters is.</summary>
    internal static IReadOnlyList<string> Of(Model current, Model next)
    {
        List<string> changes = next.Task == current.Task ? [] : [$"It is a model of {next.Task.Name}, the loaded one of {current.Task.Name}."];
        changes.AddRange(Columns(current, next));
        changes.AddRange(Classes(current).Except(Classes(next), StringComparer.Ordinal).Select(name => $"It lacks class '{name}'."));
        return changes.Count <= MostListed ? changes : [.. changes.Take(MostListed), FormattableString.Invariant($"And {changes.Count - MostListed} more.")];
    }

    private static IEnumerable<string> Columns(Model current, Model next)
    {
        var asked = Asked(current).ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
        foreach (var column in Asked(next))
        {
            if (!asked.TryGetValue(column.Name, out var type))
            {
                yield return $"It asks for column '{column.Name}' ({Word(column.Type)}), the loaded one does not.";
            }
            else if (type != column.Type)
            {
                yield return $"It asks for column '{column.Name}' as {Word(column.Type)}, the loaded one as {Word(type)}.";
            }
        }
    }

    /// <summary>The features, and for a model that reads in order its time and its series too, which are no features.</summary>
    private static IEnumerable<ColumnSpec> Asked(Model model)
    {
        if (model.Form is not IReadsInOrder)
        {
            return model.Schema.Features;
        }

        var read = model.Form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return model.Schema.Columns.Where(column => read.Contains(column.Name));
    }

    private static IReadOnlyList<string> Classes(Model model) => (model.Form as IPredictsClasses)?.Classes ?? [];

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();
}
