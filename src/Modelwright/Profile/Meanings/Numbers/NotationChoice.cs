using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>Whether a point or a comma stands before decimals, by the evidence of a whole column.</summary>
/// <param name="Notation">The notation.</param>
/// <param name="Decisive">Rows that only this reading takes.</param>
/// <param name="Against">Rows that only the other reading takes.</param>
/// <param name="Differ">Rows that both readings take, as different numbers.</param>
internal sealed record NotationChoice(NumberNotation Notation, long Decisive, long Against, long Differ)
{
    private const double Doubtful = 0.8;

    // Nobody writes three decimals with a comma in all rows; with a point, programs do.
    private const double TrustInCommas = 0.85;
    private const double TrustInPoints = 0.5;
    private const double TrustInFile = 0.95;

    /// <summary>The first of the numbers that both readings take, as different ones; null where there is none.</summary>
    internal string? Unclear { get; private init; }

    /// <summary>Rows that neither reading takes.</summary>
    internal long Neither { get; private init; }

    /// <summary>Whether the rest of the file told, where the column does not.</summary>
    private bool IsAsInFile { get; init; }

    /// <summary>Whether hardly anything tells the two readings apart.</summary>
    internal bool IsDoubtful => Trust < Doubtful;

    /// <summary>How far the decisive rows carry, from 0 to 1: (decisive + 1) / (decisive + against + 2); 1 where both readings mean the same.</summary>
    internal double Trust => (Differ, Decisive + Against) switch
    {
        (0, _) => 1,
        (_, 0) when IsAsInFile => TrustInFile,
        (_, 0) => Notation.GroupSeparators.Contains(',', StringComparison.Ordinal) ? TrustInCommas : TrustInPoints,
        _ => (Decisive + 1.0) / (Decisive + Against + 2),
    };

    /// <summary>Counts which shapes each reading takes.</summary>
    /// <param name="shapes">The shapes with the rows of each.</param>
    /// <param name="isEuropean">Whether a currency stands beside the numbers whose countries write "1.234" for a thousand.</param>
    /// <param name="isAmongCommas">Whether the other numbers of the file have decimal commas.</param>
    internal static NotationChoice Of(IReadOnlyList<(NumberShape Shape, long Count)> shapes, bool isEuropean, bool isAmongCommas)
    {
        var (point, comma) = (With('.', shapes), With(',', shapes));
        var seen = new Counts(shapes, point, comma);

        // Prices have two decimals or none, so among them "1.234" is a thousand; elsewhere programs write it for 1 and a bit.
        var isTie = seen.OnlyPoint == seen.OnlyComma;
        var isPrice = seen.Differ > 0 && isEuropean && !shapes.Any(pair => pair.Shape.Core.Contains(',', StringComparison.Ordinal));
        return (isTie ? isAmongCommas || isPrice : seen.OnlyComma > seen.OnlyPoint)
            ? new(comma.Notation, seen.OnlyComma, seen.OnlyPoint, seen.Differ) { Unclear = seen.Unclear, Neither = seen.Neither, IsAsInFile = isAmongCommas }
            : new(point.Notation, seen.OnlyPoint, seen.OnlyComma, seen.Differ) { Unclear = seen.Unclear, Neither = seen.Neither };
    }

    // Only what is there may separate groups later.
    private static ColumnSpec With(char decimals, IReadOnlyList<(NumberShape Shape, long Count)> shapes)
    {
        var groups = NumberShape.Separators.Where(separator => separator != decimals && shapes.Any(pair => pair.Shape.Core.Contains(separator, StringComparison.Ordinal)));
        return new("", ColumnType.Number) { Notation = new() { DecimalSeparator = decimals, GroupSeparators = string.Concat(groups) } };
    }

    /// <summary>Rows by the readings that take them.</summary>
    private sealed class Counts
    {
        internal Counts(IReadOnlyList<(NumberShape Shape, long Count)> shapes, ColumnSpec point, ColumnSpec comma)
        {
            foreach (var (shape, count) in shapes)
            {
                var byPoint = CellText.TryNumber(shape.Core, point, out var pointed);
                var byComma = CellText.TryNumber(shape.Core, comma, out var written);
                OnlyPoint += byPoint && !byComma ? count : 0;
                OnlyComma += byComma && !byPoint ? count : 0;
                Neither += byPoint || byComma ? 0 : count;
                if (byPoint && byComma && pointed != written)
                {
                    Differ += count;
                    Unclear ??= shape.Core;
                }
            }
        }

        internal long OnlyPoint { get; }

        internal long OnlyComma { get; }

        internal long Neither { get; }

        internal long Differ { get; }

        internal string? Unclear { get; }
    }
}
