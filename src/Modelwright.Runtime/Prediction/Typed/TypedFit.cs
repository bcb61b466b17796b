using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Prediction.Typed;

/// <summary>Whether a model can be asked by code that was made for another one.</summary>
internal static class TypedFit
{
    /// <summary>All that stands in the way, each a clause without its end; empty where the model fits.</summary>
    internal static IReadOnlyList<string> Faults(Model model, IReadOnlyList<TypedInput> inputs, IReadOnlyList<string> classes)
    {
        var given = inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. inputs.Select(input => Fault(model.Schema, input)).OfType<string>(),
            .. model.Form.Info.Inputs.Where(input => !given.Contains(input.Name)).Select(input => $"it reads '{input.Name}', which the code does not give"),
            .. Answer(model.Form, classes) is { } fault ? [fault] : Array.Empty<string>(),
        ];
    }

    // A column that a retrained model does not look at stands in its schema with the role Ignore, whatever it was in training.
    private static string? Fault(Schema schema, TypedInput input)
    {
        if (!schema.TryGet(input.Name, out var spec) || spec.Role is not (ColumnRole.Feature or ColumnRole.Ignore))
        {
            return $"it has no input '{input.Name}'";
        }

        if (spec.Role == ColumnRole.Ignore)
        {
            return null;
        }

        return spec.Type != input.Type ? $"its input '{input.Name}' is a {Word(spec.Type)}, and the code gives a {Word(input.Type)}"
            : input.IsBoolean && !SaysYesOrNo(spec) ? $"its input '{input.Name}' has no words for yes and no, and the code gives true and false"
            : null;
    }

    private static string? Answer(IForm form, IReadOnlyList<string> classes)
    {
        if (form is IPredictsClasses classifier)
        {
            return classes.Count == 0 ? $"it answers the classes {Shown(classifier.Classes)}, and the code takes a number"
                : classifier.Classes.SequenceEqual(classes, StringComparer.Ordinal) ? null
                : $"its classes are {Shown(classifier.Classes)}, and the code's are {Shown(classes)}";
        }

        return form is not IPredictsNumbers ? $"it answers columns (form '{form.Info.Name}'), and the code takes {(classes.Count == 0 ? "a number" : "classes")}"
            : classes.Count > 0 ? $"it answers a number, and the code takes the classes {Shown(classes)}"
            : null;
    }

    private static bool SaysYesOrNo(ColumnSpec spec)
    {
        var levels = KnownLevels.Of(spec);
        return spec.IsBoolean && (levels.Read(levels.Text(true)!, out _) == CellState.Read || levels.Read(levels.Text(false)!, out _) == CellState.Read);
    }

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();

    // A file may hold very many of them.
    private static string Shown(IReadOnlyList<string> classes)
    {
        const int Most = 10;
        var shown = string.Join(", ", classes.Take(Most).Select(name => $"'{name}'"));
        return classes.Count > Most ? $"{shown} and {classes.Count - Most} more" : shown;
    }
}
