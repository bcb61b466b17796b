using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>What the endings of a column's numbers mean.</summary>
/// <param name="Suffixes">The endings that are read.</param>
/// <param name="Unit">The unit of the numbers; null for none.</param>
/// <param name="Counts">Rows by ending that is read, most frequent first; an empty text stands for none.</param>
/// <param name="Foreign">Units that cannot be turned into <paramref name="Unit"/>, with their rows.</param>
internal sealed record UnitChoice(IReadOnlyList<NumberSuffix> Suffixes, string? Unit, IReadOnlyList<LevelCount> Counts, IReadOnlyList<LevelCount> Foreign)
{
    private const string Percent = "%";
    private const double LeastShareOfUnknown = 0.98;
    private const int FewestOfUnknown = 10;

    private static readonly UnitChoice None = new([], null, [], []);
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th"];

    /// <summary>How many readings are as good: fractions beside percents may be percents as well.</summary>
    internal int Readings => HasFractions ? 2 : 1;

    /// <summary>Whether numbers without an ending are fractions of 1 beside percents, which are divided by 100.</summary>
    internal bool HasFractions { get; private init; }

    /// <summary>Chooses by the most frequent ending.</summary>
    /// <param name="shapes">The shapes with the rows of each.</param>
    /// <param name="isMoney">Whether currencies stand beside the numbers.</param>
    internal static UnitChoice Of(IReadOnlyList<(NumberShape Shape, long Count)> shapes, bool isMoney)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (shape, count) in shapes)
        {
            counts[shape.Suffix] = counts.GetValueOrDefault(shape.Suffix) + count;
        }

        LevelCount[] ordered = [.. counts.Select(pair => new LevelCount(pair.Key, pair.Value)).OrderByDescending(level => level.Count).ThenBy(level => level.Value, StringComparer.Ordinal)];
        if (Array.Find(ordered, level => level.Value.Length > 0) is not { } main)
        {
            return None;
        }

        if (KnownUnits.TryMultiplier(main.Value, isMoney, out _))
        {
            LevelCount[] read = [.. ordered.Where(level => level.Value.Length == 0 || KnownUnits.TryMultiplier(level.Value, isMoney, out _))];
            return new([.. read.Where(level => level.Value.Length > 0).Select(level => Multiplier(level.Value, isMoney))], null, read, []);
        }

        return !KnownUnits.TryUnit(main.Value, out var unit) ? OfUnknown(main, ordered, shapes)
            : main.Value == Percent && AreFractions(shapes) ? OfShares(OfKnown(Percent, unit.Measure, ordered))
            : OfKnown(main.Value, unit.Measure, ordered);
    }

    private static NumberSuffix Multiplier(string text, bool isMoney) =>
        KnownUnits.TryMultiplier(text, isMoney, out var factor) ? new(text, factor) : throw new ArgumentException($"'{text}' multiplies nothing.", nameof(text));

    private static UnitChoice OfKnown(string main, string measure, LevelCount[] ordered)
    {
        LevelCount[] same = [.. ordered.Where(level => level.Value.Length == 0 || (KnownUnits.TryUnit(level.Value, out var unit) && unit.Measure == measure))];
        LevelCount[] foreign = [.. ordered.Where(level => KnownUnits.TryUnit(level.Value, out var unit) && unit.Measure != measure)];
        return new([.. same.Where(level => level.Value.Length > 0).Select(level => KnownUnits.To(main, level.Value))], main, same, foreign);
    }

    private static UnitChoice OfShares(UnitChoice percents) => percents with
    {
        Suffixes = [.. percents.Suffixes.Select(suffix => suffix with { Factor = suffix.Factor / 100 })],
        Unit = null,
        HasFractions = true,
    };

    // "0.15" beside "12 %": all numbers without the sign are up to 1, and some below, where percents are above.
    private static bool AreFractions(IReadOnlyList<(NumberShape Shape, long Count)> shapes)
    {
        double[] plain = [.. shapes.Where(pair => pair.Shape.Suffix.Length == 0).Select(pair => Size(pair.Shape))];
        return Array.TrueForAll(plain, size => size <= 1) && Array.Exists(plain, size => size is > 0 and < 1)
            && shapes.Any(pair => pair.Shape.Suffix == Percent && Size(pair.Shape) > 1);
    }

    // Whichever mark stands before decimals; what has both is above 1.
    private static double Size(NumberShape shape) =>
        double.TryParse(shape.Core.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var size) ? size : double.PositiveInfinity;

    // "12 apples" where all say so; "4th" and "7B" are no amounts.
    private static UnitChoice OfUnknown(LevelCount main, LevelCount[] ordered, IReadOnlyList<(NumberShape Shape, long Count)> shapes)
    {
        var isWord = main.Value.Length >= 2 && main.Value.All(letter => char.IsLetter(letter) || letter is '/' or ' ' or '.') && !Ordinals.Contains(main.Value, StringComparer.OrdinalIgnoreCase);
        var isCommon = main.Count >= LeastShareOfUnknown * ordered.Sum(level => level.Count);
        var different = shapes.Where(pair => pair.Shape.Suffix == main.Value).Select(pair => pair.Shape.Core).Distinct(StringComparer.Ordinal).Count();
        return isWord && isCommon && different >= FewestOfUnknown ? new([new(main.Value, 1)], main.Value, [main], []) : None;
    }
}
