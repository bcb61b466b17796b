using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Running;

/// <summary>Whether two models answer the same question, so that they can be compared.</summary>
internal static class SameQuestion
{
    /// <summary>Checks.</summary>
    /// <exception cref="OptionsException">They do not; the text lists all.</exception>
    public static void Check(Model first, Model second)
    {
        string[] faults = [.. Faults(first, second)];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    private static IEnumerable<string> Faults(Model first, Model second)
    {
        if (first.Task != second.Task)
        {
            yield return $"The first package answers {Question.Word(first.Task)}, the second {Question.Word(second.Task)}. Compare packages of one task.";
        }

        var (target, other) = (first.Schema.Target?.Name, second.Schema.Target?.Name);
        if (target is null || other is null || target != other)
        {
            yield return $"The target of the first package is {Named(target)}, that of the second {Named(other)}. Compare packages that predict the same column.";
        }

        if (first.Form is IPredictsClasses one && second.Form is IPredictsClasses two && !one.Classes.Order(StringComparer.Ordinal).SequenceEqual(two.Classes.Order(StringComparer.Ordinal)))
        {
            yield return $"The first package knows the classes {string.Join(", ", one.Classes)}, the second {string.Join(", ", two.Classes)}. Compare packages that were trained on the same classes.";
        }
    }

    private static string Named(string? name) => name is null ? "none" : $"'{name}'";
}
