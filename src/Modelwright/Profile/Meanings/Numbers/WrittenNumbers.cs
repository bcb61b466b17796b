using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;
using Modelwright.Sources.Columns;

namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>Finds numbers as people write them: behind currencies, with separators, endings that multiply, units, accountants' parentheses.</summary>
internal static class WrittenNumbers
{
    private const double LeastShare = 0.98;
    private const double LeastShareWithMarkers = 0.9;
    private const int MostMarkers = 3;
    private const int FewestNumbers = 10;

    internal static Guess? Find(string name, TextFacts facts)
    {
        // What is too long or holds no digit is looked at no further.
        LevelCount[] candidates = [.. facts.Levels.Where(level => level.Value.Length <= NumberShape.MostLetters && level.Value.AsSpan().ContainsAnyInRange('0', '9'))];
        if (candidates.Sum(level => level.Count) < LeastShareWithMarkers * facts.Looked)
        {
            return null;
        }

        var signs = Signs.In(candidates);
        (LevelCount Level, NumberShape? Shape)[] read = [.. facts.Levels.Select(level => (level, Shape(level.Value, signs)))];
        (NumberShape Shape, long Count)[] shapes = [.. read.Where(pair => pair.Shape is not null).Select(pair => (pair.Shape!.Value, pair.Level.Count))];
        if (shapes.Length == 0 || shapes.Sum(pair => pair.Count) < LeastShareWithMarkers * facts.Looked || AreCodes(shapes))
        {
            return null;
        }

        var units = UnitChoice.Of(shapes, Signs.AreMoney(signs));
        var choice = NotationChoice.Of(shapes, Signs.AreEuropean(signs), facts.StandsAmongDecimalCommas);
        var spec = new ColumnSpec(name, ColumnType.Number)
        {
            NumberDecorations = signs,
            Notation = choice.Notation with { Suffixes = units.Suffixes, HasNegativeParentheses = HasParentheses(shapes) },
            Unit = units.Unit,
        };
        LevelCount[] others = [.. read.Where(pair => !IsNumber(pair.Level.Value, pair.Shape, spec)).Select(pair => pair.Level)];
        return units.Foreign.Count > 0 ? Mixed(facts, units) : Decided(facts, spec, others, choice, units) ?? Torn(facts, shapes, choice);
    }

    // "1.5" and "1,25" in one column: every value is a number, some by a point alone and some by a comma.
    private static Guess? Torn(TextFacts facts, (NumberShape Shape, long Count)[] shapes, NotationChoice choice)
    {
        if (choice.Decisive == 0 || choice.Against == 0 || choice.Neither > 0 || shapes.Sum(pair => pair.Count) < facts.Looked)
        {
            return null;
        }

        var isComma = choice.Notation.DecimalSeparator == ',';
        var (points, commas) = isComma ? (choice.Against, choice.Decisive) : (choice.Decisive, choice.Against);
        return new(ColumnMeaning.Category, 0.5, $"{facts.Distinct} levels, numbers with a point and numbers with a comma before decimals", ColumnType.Category)
        {
            Findings = [new(FindingSeverity.Warning, "mixed_marks", $"holds {points} numbers that only a point before decimals explains and {commas} that only a comma does.", "Write them in one way; until then they are levels.")],
        };
    }

    private static Guess? Decided(TextFacts facts, ColumnSpec spec, LevelCount[] others, NotationChoice choice, UnitChoice units)
    {
        var numbers = facts.Levels.Count - others.Length;
        var agreeing = facts.Looked - others.Sum(other => other.Count);
        var share = facts.Looked == 0 ? 0 : agreeing / (double)facts.Looked;
        if (numbers == 0 || (others.Length > 0 && numbers < FewestNumbers) || (others.Length == 0 && spec.Notation.IsPlain && spec.NumberDecorations.Count == 0))
        {
            // The last are plain numbers kept as text on purpose.
            return null;
        }

        var guess = new Guess(ColumnMeaning.Number, Confidence.Of(agreeing, facts.Looked, units.Readings) * choice.Trust, "", ColumnType.Number)
        {
            NumberDecorations = spec.NumberDecorations,
            Notation = spec.Notation,
            Unit = spec.Unit,
            Agreeing = agreeing,
            Competing = [.. NumberReasons.Others(choice, units)],
            Findings = [.. NumberReasons.Findings(choice, units, spec.NumberDecorations)],
        };
        if (others.Length <= MostMarkers && share >= LeastShareWithMarkers && Array.TrueForAll(others, other => !other.Value.Any(char.IsAsciiDigit)))
        {
            return guess with { Reason = NumberReasons.Of(spec, others.Length == 0 ? "" : ", and a few words for no value"), Markers = others };
        }

        // Typing errors are each of its own kind; texts that come again and again are levels.
        return share >= LeastShare && others.Length * 2 > others.Sum(other => other.Count)
            ? guess with { Reason = NumberReasons.Of(spec, ", and a few cells that are none"), Unreadable = others }
            : null;
    }

    // Numbers of two measures are no one number; as levels they stay what they are, and a person is told.
    private static Guess Mixed(TextFacts facts, UnitChoice units)
    {
        var category = new Guess(ColumnMeaning.Category, 0.5, $"{facts.Distinct} levels, numbers in units that cannot be turned into one another", ColumnType.Category);
        var listed = string.Join(", ", units.Counts.Where(level => level.Value.Length > 0).Concat(units.Foreign).Take(5).Select(level => $"'{FaultList.Show(level.Value)}' ({level.Count})"));
        return category with
        {
            Findings = [new(FindingSeverity.Warning, "mixed_units", "holds numbers in units that cannot be turned into one another: " + listed + ".", "Write them in one unit, or in a column for each; until then they are levels.")],
        };
    }

    private static NumberShape? Shape(string text, string[] signs)
    {
        foreach (var sign in signs)
        {
            text = text.Replace(sign, "", StringComparison.Ordinal);
        }

        return NumberShape.TryFind(text, out var shape) && !shape.IsCode() ? shape : null;
    }

    private static bool IsNumber(string text, NumberShape? shape, ColumnSpec spec) => spec.Notation.IsPlain
        ? IsPlain(text, spec)
        : shape is not null && CellText.TryNumber(text, spec, out _);

    private static bool IsPlain(string text, ColumnSpec spec)
    {
        for (var index = 0; index < spec.NumberDecorations.Count; index++)
        {
            text = text.Replace(spec.NumberDecorations[index], "", StringComparison.Ordinal);
        }

        return NumberText.Read(text.AsSpan().Trim(), out _) == NumberKind.Finite;
    }

    // Digits in groups that are always as many, with nothing that measures, are a code: "123 456".
    private static bool AreCodes((NumberShape Shape, long Count)[] shapes)
    {
        var first = shapes[0].Shape.Core.Length;
        return shapes.Length >= FewestNumbers && Array.TrueForAll(shapes, pair => pair.Shape is { Suffix: "", IsInParentheses: false } && pair.Shape.Core.Length == first && pair.Shape.Core.AsSpan().ContainsAny(NumberShape.Spaces) && !pair.Shape.Core.AsSpan().ContainsAny(",."));
    }

    // A column whose every cell stands in parentheses is not all negative.
    private static bool HasParentheses((NumberShape Shape, long Count)[] shapes) =>
        Array.Exists(shapes, pair => pair.Shape.IsInParentheses) && Array.Exists(shapes, pair => !pair.Shape.IsInParentheses);
}
