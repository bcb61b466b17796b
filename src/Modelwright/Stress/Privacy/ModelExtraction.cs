using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Validation;

namespace Modelwright.Stress.Privacy;

/// <summary>
/// Model extraction: an opponent who may ask makes a copy from rows with the model's answers. One has no data and draws each column for
/// itself from what is common in it; the other has real rows of the same kind. Both know which columns there are.
/// </summary>
/// <remarks>Sources: Tramèr et al. 2016, "Stealing machine learning models via prediction APIs"; Orekondy et al. 2019, "Knockoff nets". The opponent asks all rows at once and in no clever order, so the true need may be smaller.</remarks>
internal sealed class ModelExtraction(StressedModel model, IReadOnlyList<ILearner> learners, int seed, int threads)
{
    /// <summary>Agreement that makes a copy.</summary>
    private const double Enough = 0.95;

    /// <summary>Rows that copies are judged on at most, and rows that are needed at least.</summary>
    private const int MostJudged = 1_000;
    private const int FewestRows = 100;

    /// <summary>One answer to more rows than this share leaves nothing to copy.</summary>
    private const double Always = 0.995;

    private static readonly int[] Counts = [100, 300, 1_000, 3_000, 10_000];

    /// <summary>Copies.</summary>
    /// <param name="isOver">Whether the time is over; looked at before each number of answers.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>What it takes; or why that is not known.</returns>
    public (ExtractionScore? Score, string? NotRun) Run(Func<bool> isOver, CancellationToken cancellation)
    {
        var chosen = CopyLearners.Among(learners, model, Counts[^1]);
        if (chosen.Count == 0 || model.Rows.RowCount < FewestRows)
        {
            return (null, chosen.Count == 0
                ? "Model extraction was not run: there is no learner to make a copy with."
                : $"Model extraction was not run: {model.Rows.RowCount} rows are under test, and {FewestRows} are needed. Bring more rows.");
        }

        int[] order = [.. Enumerable.Range(0, model.Rows.RowCount)];
        new Random(Seeds.Mix(seed, 41)).Shuffle(order);
        var judged = model.Take(order[..Math.Min(MostJudged, order.Length / 2)]);
        var pool = model.Rows.Take(order.AsSpan(judged.Rows.RowCount));
        var always = AlwaysSame(judged.Calm);
        if (always > Always)
        {
            return (null, "Model extraction was not run: the model answers nearly all rows alike, so that nothing is left to copy.");
        }

        var needed = judged.Calm is ClassAnswers ? Math.Max(Enough, (1 + always) / 2) : Enough;
        var points = new List<ExtractionPoint>();
        var isWhole = Ask("made_up", MadeUp(pool), Counts) & Ask("real_rows", pool, [.. Counts.Append(pool.RowCount).Where(count => count <= pool.RowCount && count <= Counts[^1]).Order().Distinct()]);
        return isWhole || points.Count > 0 ? (Told(needed, points), null) : (null, "Model extraction was not run: the time was over. Give more with --budget.");

        bool Ask(string opponent, Table rows, IReadOnlyList<int> counts)
        {
            foreach (var count in counts)
            {
                if (isOver())
                {
                    return false;
                }

                var point = Best(opponent, rows.Take([.. Enumerable.Range(0, count)]), judged, chosen, cancellation);
                points.Add(point);
                if (point.Agreement >= needed)
                {
                    return true;
                }
            }

            return true;
        }
    }

    private ExtractionPoint Best(string opponent, Table rows, StressedModel judged, IReadOnlyList<ILearner> chosen, CancellationToken cancellation)
    {
        var said = model.AnswerAsBrought(rows, cancellation);
        var context = new FitContext { Seed = Seeds.Mix(seed, 43), Threads = threads, Cancellation = cancellation };
        return chosen
            .Select(learner => new ExtractionPoint(opponent, rows.RowCount, ModelCopy.Of(model.Schema, rows, said, learner, context).Agreement(judged.Rows, judged.Calm, cancellation), learner.Info.Name))
            .MaxBy(point => point.Agreement)!;
    }

    /// <summary>Rows of which every column is drawn for itself from the pool; the target, which nobody asks, comes along.</summary>
    private Table MadeUp(Table pool)
    {
        var rows = pool.Take(Drawn(pool.RowCount, 0));
        var number = 0;
        foreach (var column in model.Schema.Features)
        {
            rows = rows.With(pool[column.Name].Take(Drawn(pool.RowCount, ++number)));
        }

        return rows;
    }

    private int[] Drawn(int from, int column)
    {
        var chance = new Random(Seeds.Mix(Seeds.Mix(seed, 47), column));
        return [.. Enumerable.Range(0, Counts[^1]).Select(_ => chance.Next(from))];
    }

    private static double AlwaysSame(Answers answers) => answers switch
    {
        ClassAnswers classes => Enumerable.Range(0, classes.Count).CountBy(classes.Answered).Max(entry => entry.Value) / (double)classes.Count,
        NumberAnswers numbers => numbers.Predicted.CountBy(number => number).Max(entry => entry.Value) / (double)numbers.Count,
        _ => 1,
    };

    private static ExtractionScore Told(double needed, List<ExtractionPoint> points)
    {
        var copied = points.Where(point => point.Agreement >= needed).OrderBy(point => point.Queries).FirstOrDefault();
        var tried = points.MaxBy(point => point.Queries)!.Queries;
        var best = points.MaxBy(point => point.Agreement)!;
        var notEnough = copied is null ? tried : points.Where(point => point.Opponent == copied.Opponent && point.Queries < copied.Queries).Select(point => point.Queries).DefaultIfEmpty(0).Max();
        var text = copied is null
            ? string.Create(CultureInfo.InvariantCulture, $"No copy answers like the model in {needed:P0} after {tried} answers; the best, after {best.Queries} to {Meant(best)}, in {best.Agreement:P0}.")
            : string.Create(CultureInfo.InvariantCulture, $"A copy answers like the model in {copied.Agreement:P0} after {copied.Queries} answers to {Meant(copied)}. If the model is worth stealing, limit how many answers one asker gets, and look out for rows that nobody has.");
        return new() { Needed = needed, Points = points, Queries = copied?.Queries, NotEnough = notEnough, Text = text };
    }

    private static string Meant(ExtractionPoint point) => point.Opponent == "made_up" ? "made-up rows" : "real rows";
}
