using System.Globalization;
using Modelwright.Measures;

namespace Modelwright.Stress.Fairness;

/// <summary>Compares what answers mean for the groups of one column.</summary>
/// <param name="answers">The answers.</param>
/// <param name="together">One number a row, the same for rows that belong together; null means none do.</param>
/// <param name="groups">The groups.</param>
/// <param name="assigned">The group of each row, by its place; -1 for none.</param>
/// <param name="comparisons">Pairs of groups that are read together, of all columns.</param>
/// <param name="seed">The only origin of chance.</param>
internal sealed class GroupComparison(Answers answers, int[]? together, SensitiveGroups groups, int[] assigned, int comparisons, int seed)
{
    /// <summary>Rows that a figure of a group rests on at least to be compared.</summary>
    public const int FewestOfAFigure = 20;

    private readonly RowFigure[] _figures = RowFigures.Of(answers);
    private readonly ILookup<int, int> _rows = Enumerable.Range(0, assigned.Length).ToLookup(row => assigned[row]);

    /// <summary>Every group with its figures.</summary>
    public IEnumerable<FairnessGroup> Groups() => groups.Names.Index().Select(group => new FairnessGroup(
        group.Item,
        _rows[group.Index].Count(),
        (double)_rows[group.Index].Count() / assigned.Length,
        [.. _figures.Select(figure => Write(figure.Name, Mean(figure, group.Index).At(1)))]));

    /// <summary>How far apart the groups are by every measure that has two groups to compare.</summary>
    public IEnumerable<FairnessGap> Gaps() => FairnessMeasure.For(answers).Select(Gap).OfType<FairnessGap>();

    /// <summary>How far apart they are by one measure; null where fewer than two groups have enough rows.</summary>
    public FairnessGap? Gap(FairnessMeasure measure)
    {
        Compared[] compared = [.. measure.Figures.Select(name => Compare(_figures.First(figure => figure.Name == name), measure)).OfType<Compared>()];
        if (compared.Length == 0)
        {
            return null;
        }

        var furthest = measure.IsRatio ? compared.MinBy(one => one.Gap.Value)! : compared.MaxBy(one => one.Gap.Value)!;
        var gap = furthest.Gap;
        var unit = measure.Unit;
        var (lower, upper) = measure.IsRatio ? (gap.Lower, gap.Upper) : (compared.Max(one => one.Gap.Lower) / unit, compared.Max(one => one.Gap.Upper) / unit);
        var byChance = GapByChance.Of(furthest.Usual, measure.IsRatio, seed) / unit;
        var isFlagged = measure.IsRatio ? upper < measure.Allowed : lower > measure.Allowed;
        var found = new FairnessGap(measure.Name, gap.Value / unit, lower, upper, byChance, furthest.Names[gap.Highest], furthest.Names[gap.Lowest], measure.Allowed, isFlagged, "");
        return found with { Sentence = GapWords.Say(groups.Column, found, furthest.Figure.Title, (furthest.Usual[gap.Highest].Value / unit, furthest.Usual[gap.Lowest].Value / unit), measure) };
    }

    /// <summary>Whether groups differ by a figure beyond chance.</summary>
    public bool Differ(string name) => _figures.FirstOrDefault(figure => figure.Name == name) is { } figure && Compare(figure, new(name, [name], 0, 1)) is { Gap.Lower: > 0 };

    /// <summary>Groups that are not compared by some figure because it would rest on too few of their rows, each figure in a sentence.</summary>
    public IEnumerable<string> LeftOut()
    {
        var used = FairnessMeasure.For(answers).SelectMany(measure => measure.Figures).ToHashSet(StringComparer.Ordinal);
        foreach (var figure in _figures.Where(figure => used.Contains(figure.Name)))
        {
            string[] few = [.. groups.Names.Index().Where(group => Mean(figure, group.Index).Mean.Rows < FewestOfAFigure).Select(group => $"'{group.Item}'")];
            if (few.Length > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Groups of '{groups.Column}' are not compared by the {figure.Title} where fewer than {FewestOfAFigure} rows tell it: {string.Join(", ", few)}.");
            }
        }
    }

    private static FairnessFigure Write(string name, Estimate estimate) => new(name, estimate.Value, estimate.Lower, estimate.Upper, estimate.Rows);

    private GroupMean Mean(RowFigure figure, int group) => GroupMean.Of(figure, _rows[group], answers.Weights, together);

    private Compared? Compare(RowFigure figure, FairnessMeasure measure)
    {
        var means = groups.Names.Index()
            .Select(group => (Name: group.Item, Mean: Mean(figure, group.Index)))
            .Where(group => group.Mean.Mean is { Rows: >= FewestOfAFigure, Draws: >= 2 })
            .ToArray();
        if (means.Length < 2)
        {
            return null;
        }

        Estimate[] all = [.. means.Select(group => group.Mean.At(comparisons * measure.Figures.Count))];
        return new(figure, [.. means.Select(group => group.Name)], [.. means.Select(group => group.Mean.At(1))], measure.IsRatio ? GroupGap.Ratio(all) : GroupGap.Difference(all));
    }

    private sealed record Compared(RowFigure Figure, string[] Names, Estimate[] Usual, GroupGap Gap);
}
