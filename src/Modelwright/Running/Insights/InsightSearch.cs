using Modelwright.Core.Learning;
using Modelwright.Explain;
using Modelwright.Recording.Insights;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Running.Insights;

/// <summary>
/// Finds out which columns matter on unseen rows, and how. All is bounded by counts of answers. Without a limit of time they depend
/// on the data alone, so a run repeats to the bit; with one, they are cut to what the time left allows by the cost of a few answers.
/// </summary>
internal sealed class InsightSearch(UnseenModel unseen, IForm shipped, InsightLimits limits)
{
    /// <summary>Columns that are measured in full; of more, a first look chooses.</summary>
    private const int MostColumns = 60;

    private const int Repeats = 5;
    private const int FewestRepeats = 3;
    private const int FewestRows = 50;
    private const int MostRows = 2_000;
    private const int EffectColumns = 6;
    private const int EffectRows = 300;
    private const int FewestEffectRows = 20;
    private const int PointsOfColumn = 21;
    private const int MapColumns = 3;
    private const int MapRows = 60;
    private const int PointsOfMap = 64;

    /// <summary>Parts of the answers for each piece; the rest is for what an estimate misses.</summary>
    private const double ImportancePart = 0.55;
    private const double EffectPart = 0.25;
    private const double MapPart = 0.1;

    private int CellsOfAnAnswer => unseen.Truth.Schema.Columns.Count + unseen.Kind.Width;

    /// <summary>Looks at the model.</summary>
    /// <param name="cancellation">Asks to end.</param>
    public Insight Run(CancellationToken cancellation)
    {
        var insight = Insight.None;
        try
        {
            if (unseen.Truth.Table.RowCount >= FewestRows && unseen.Columns.Count > 0)
            {
                insight = insight with { Importances = Measure(limits.Answers(CellsOfAnAnswer, rows => unseen.Sample(rows, limits.Seed).Answer(table => table, cancellation)), cancellation) };
                insight = Follow(insight, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // What is done so far stands; the rest was not to be had.
        }

        return insight;
    }

    private Importances? Measure(double answers, CancellationToken cancellation)
    {
        var most = answers * ImportancePart;
        var columns = unseen.Columns;
        if (columns.Count > MostColumns)
        {
            columns = FirstLook(columns, most / 4, cancellation);
            most *= 0.75;
        }

        var repeats = most >= Repeats * 2.0 * FewestRows * columns.Count ? Repeats : FewestRepeats;
        columns = [.. columns.Take((int)Math.Min(columns.Count, most / repeats / FewestRows))];
        if (columns.Count == 0)
        {
            return null;
        }

        var rows = (int)Math.Min(MostRows, most / repeats / columns.Count);
        var some = unseen.Sample(rows, Validation.Seeds.Mix(limits.Seed, -5));
        var found = new PermutationImportance(some, repeats, limits.Seed, limits.Threads).Measure(columns, cancellation);
        var score = some.Metric.Score(some.Kind.Pair(some.Truth, some.Answer(table => table, cancellation)));
        return found.All(one => double.IsNaN(one.Value))
            ? null
            : new(some.Metric.Info.Name, some.Data, some.Truth.Table.RowCount, repeats, score, found, unseen.Columns.Count - columns.Count);
    }

    /// <summary>The columns that matter most on few rows; where even that is too much, the first.</summary>
    private IReadOnlyList<string> FirstLook(IReadOnlyList<string> columns, double answers, CancellationToken cancellation)
    {
        var rows = (int)Math.Min(4 * FewestRows, answers / columns.Count);
        if (rows < FewestRows / 2)
        {
            return [.. columns.Take(MostColumns)];
        }

        var some = unseen.Sample(rows, Validation.Seeds.Mix(limits.Seed, -6));
        return [.. new PermutationImportance(some, 1, limits.Seed, limits.Threads).Measure(columns, cancellation).Take(MostColumns).Select(one => one.Column)];
    }

    private Insight Follow(Insight insight, CancellationToken cancellation)
    {
        var table = unseen.Truth.Table;
        var read = shipped.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        string[] top = [.. (insight.Importances?.Columns.Select(one => one.Column) ?? []).Where(read.Contains).Take(EffectColumns)];
        if (top.Length == 0)
        {
            return insight;
        }

        var answers = limits.Answers(CellsOfAnAnswer, rows => Runtime.Prediction.ModelAnswers.Of(shipped, table.Take([.. Enumerable.Range(0, rows).Select(row => row % table.RowCount)]), 1, cancellation));
        var statistics = BaselineStatistics.Of(table, unseen.Truth.Schema);
        var rows = (int)Math.Min(EffectRows, answers * EffectPart / top.Length / PointsOfColumn);
        if (rows >= FewestEffectRows)
        {
            var effects = new Effects(shipped, table, statistics, new() { Rows = rows, Points = PointsOfColumn, Positive = unseen.Kind.Positive, Seed = limits.Seed, Threads = limits.Threads }, cancellation);
            insight = insight with { Effects = [.. top.SelectMany(effects.Of)] };
        }

        rows = (int)Math.Min(MapRows, answers * MapPart / MapColumns / PointsOfMap);
        return rows >= FewestEffectRows ? insight with { Maps = Strongest([.. top.Take(MapColumns)], new Effects(shipped, table, statistics, new() { Rows = rows, Positive = unseen.Kind.Positive, Seed = limits.Seed, Threads = limits.Threads }, cancellation)) } : insight;
    }

    private static EffectMap[] Strongest(string[] columns, Effects effects)
    {
        var maps = columns.SelectMany((first, place) => columns.Skip(place + 1).Select(second => effects.Of(first, second))).OfType<EffectMap>().ToArray();
        return maps.Length == 0 ? [] : [maps.MaxBy(map => map.Strength)!];
    }
}
