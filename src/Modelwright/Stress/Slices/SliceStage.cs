using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Validation;

namespace Modelwright.Stress.Slices;

/// <summary>
/// Finds the groups of rows on which a model is worse than elsewhere, over one and two conditions. The search looks at one half of
/// the rows and what it finds is tested on the other, so that looking at many slices proves nothing by itself.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="seed">The only origin of chance: which rows are in which half.</param>
/// <remarks>
/// Two questions are asked. Where does a row cost more than elsewhere; and, for classes, where does it cost more than the model's own
/// probabilities say, beyond what it does elsewhere. Rows whose classes are hard to tell cost any model more, and a model that knows is not wrong
/// about them: on answers drawn from its own probabilities the second question has the answer nowhere.
/// </remarks>
internal sealed class SliceStage(StressedModel model, int seed)
{
    /// <summary>Rows that a slice has at least.</summary>
    public const int FewestRows = 40;

    private const int MostRows = 20_000;
    private const int MostColumns = 40;
    private const int MostReported = 20;

    /// <summary>The share of false alarms among what is found; where there is nothing to find, how often anything is.</summary>
    private const double MostFalse = 0.01;

    /// <summary>Looks for weak slices.</summary>
    /// <param name="columns">The columns that conditions may be on, most important first; the target is left out.</param>
    /// <param name="cancellation">Asks to end.</param>
    public SliceReport Run(IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        var notRun = new List<string>();
        var some = Sample(notRun);
        if (some.Rows.RowCount < 2 * FewestRows)
        {
            notRun.Add(string.Create(CultureInfo.InvariantCulture, $"Weak slices were not looked for: {some.Rows.RowCount} rows are fewer than the {2 * FewestRows} that tell anything."));
            return new([], 0, 0, notRun);
        }

        var halves = RowHalves.Of(some.Rows.RowCount, some.Groups, Seeds.Mix(seed, 1));
        var conditions = Conditions(some, halves, columns, notRun);
        var costs = RowCosts.Of(some.Metric, some.Calm);
        var proof = new SliceProof(halves.Second, some.Groups);
        TestedSlice[] unexpected = [.. Test(Unexpected(costs, some), conditions, halves, proof, cancellation)];
        TestedSlice[] worse = costs.Expected is null ? [] : [.. Test(new(costs.Losses, costs.Losses, some.Calm.Weights), conditions, halves, proof, cancellation)];
        return new(Report(new(some, halves.Second, costs), proof, unexpected, worse), conditions.Count, unexpected.Length + worse.Length, notRun);
    }

    private static RowScores Unexpected(RowCosts costs, StressedModel some) =>
        new(costs.Expected is { } expected ? [.. costs.Losses.Zip(expected, (loss, expectation) => loss - expectation)] : costs.Losses, costs.Losses, some.Calm.Weights);

    private static WeakSlice[] Report(SliceWriter writer, SliceProof proof, TestedSlice[] unexpected, TestedSlice[] worse)
    {
        // All tests that were made, whatever they were of, are one family.
        var shares = FalseDiscoveries.Shares([.. unexpected.Concat(worse).Select(slice => slice.Chance)]);
        var discovered = unexpected.Concat(worse).Zip(shares).Where(pair => pair.Second <= MostFalse && pair.First.Holds).ToDictionary(pair => pair.First, pair => pair.Second);
        var covered = writer.NoRow();
        return
        [
            .. proof.Apart(unexpected.Where(discovered.ContainsKey), covered).Select(slice => writer.Write(slice, discovered[slice], isUnexpected: true))
                .Concat(proof.Apart(worse.Where(discovered.ContainsKey), covered).Select(slice => writer.Write(slice, discovered[slice], isUnexpected: false)))
                .Take(MostReported),
        ];
    }

    private static IEnumerable<TestedSlice> Test(RowScores scores, List<Condition> conditions, RowHalves halves, SliceProof proof, CancellationToken cancellation) =>
        new SliceSearch(conditions, halves.First, scores).Run(cancellation)
            .Where(slice => Enumerable.Range(0, scores.Losses.Length).Count(slice.Has) >= FewestRows)
            .Select(slice => proof.Test(slice, scores))
            .OfType<TestedSlice>();

    private static List<Condition> Conditions(StressedModel some, RowHalves halves, IReadOnlyList<string> columns, List<string> notRun)
    {
        string[] open = [.. columns.Distinct().Where(name => some.Rows.TryGet(name, out _) && !(some.Schema.TryGet(name, out var spec) && spec.Role is ColumnRole.Target or ColumnRole.Weight or ColumnRole.Id))];
        if (open.Length > MostColumns)
        {
            notRun.Add(string.Create(CultureInfo.InvariantCulture, $"Weak slices were looked for along {MostColumns} of {open.Length} columns, those that matter most."));
        }

        var cutter = new ConditionCutter(some.Rows, halves.First);
        return [.. open.Take(MostColumns).SelectMany(cutter.Of).Where(condition => condition.Holds.Count(holds => holds) >= FewestRows)];
    }

    private StressedModel Sample(List<string> notRun)
    {
        var rows = model.Rows.RowCount;
        if (rows <= MostRows)
        {
            return model;
        }

        notRun.Add(string.Create(CultureInfo.InvariantCulture, $"Weak slices were looked for on {MostRows} of {rows} rows, drawn by chance."));
        return model.Take(RowSample.Draw(rows, MostRows, Seeds.Mix(seed, 2)));
    }
}
