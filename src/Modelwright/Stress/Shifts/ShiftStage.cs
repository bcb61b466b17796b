using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Measures;

namespace Modelwright.Stress.Shifts;

/// <summary>
/// What the model is worth where rows come otherwise: other shares of the classes, more of the rows at one end of a column, one group
/// alone, the later rows. No row is asked again: answers that are there are weighed, or a part of them is looked at.
/// </summary>
/// <remarks>
/// Weighing along a column is exponential tilting, which moves the mean of the column and changes the distribution as little as that
/// allows (Csiszár 1975). Shifts that leave fewer than <see cref="FewestRows"/> rows' worth are left out: they would tell nothing.
/// </remarks>
internal sealed class ShiftStage(StressedModel model)
{
    /// <summary>Rows that a figure rests on at least.</summary>
    public const int FewestRows = 40;

    private const int MostLevels = 12;
    private const int Parts = 4;
    private static readonly double[] Deviations = [-1, 1];
    private static readonly double[] Shares = [0.1, 0.5, 0.9];

    /// <summary>All shifts.</summary>
    /// <param name="columns">The columns along which rows may shift, most important first.</param>
    public IEnumerable<ShiftScore> Run(IReadOnlyList<string> columns) =>
        Priors().Concat(columns.SelectMany(Along)).Concat(columns.SelectMany(Groups)).Concat(Times());

    private IEnumerable<ShiftScore> Priors()
    {
        if (model.Calm is not ClassAnswers { Classes.Count: var count } answers)
        {
            yield break;
        }

        for (var place = count == 2 ? 1 : 0; place < count && place < MostLevels; place++)
        {
            var now = answers.Truth.Count(truth => truth == place) / (double)answers.Count;
            foreach (var share in Shares.Where(_ => now is > 0 and < 1))
            {
                double[] weights = [.. answers.Truth.Select(truth => truth == place ? share / now : (1 - share) / (1 - now))];
                if (Weighed("prior_shift", null, string.Create(CultureInfo.InvariantCulture, $"'{answers.Classes[place]}' in {share:P0} of rows"), share, weights) is { } score)
                {
                    yield return score;
                }
            }
        }
    }

    private IEnumerable<ShiftScore> Along(string name)
    {
        if (model.Rows[name] is not NumberColumn column)
        {
            yield break;
        }

        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        double[] known = [.. values.Where(double.IsFinite)];
        var mean = known.DefaultIfEmpty().Average();
        var deviation = Math.Sqrt(known.DefaultIfEmpty().Average(value => (value - mean) * (value - mean)));
        foreach (var away in Deviations.Where(_ => deviation > 0 && double.IsFinite(deviation)))
        {
            double[] weights = [.. values.Select(value => double.IsFinite(value) ? Math.Exp(Math.Clamp(away * (value - mean) / deviation, -20, 20)) : 1)];
            var words = string.Create(CultureInfo.InvariantCulture, $"more rows where '{name}' is {(away > 0 ? "high" : "low")}");
            if (Weighed("covariate_shift", name, words, away, weights) is { } score)
            {
                yield return score;
            }
        }
    }

    private IEnumerable<ShiftScore> Groups(string name)
    {
        if (model.Rows[name] is not CategoryColumn column || column.Levels.Count > 1000)
        {
            yield break;
        }

        var rows = Enumerable.Range(0, column.RowCount).ToLookup(row => column.Codes.At(row));
        foreach (var group in rows.Where(group => group.Key >= 0 && group.Count() >= FewestRows).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(MostLevels))
        {
            yield return Part("subgroup", name, $"{name} = {column.Levels[group.Key]}", [.. group]);
        }
    }

    private IEnumerable<ShiftScore> Times()
    {
        var name = model.Schema.WithRole(ColumnRole.Time).FirstOrDefault()?.Name;
        if (name is null || !model.Rows.TryGet(name, out var column) || column is not TimeColumn times || column.RowCount < Parts * FewestRows)
        {
            yield break;
        }

        int[] rows = [.. Enumerable.Range(0, column.RowCount).Where(row => !times.IsMissing(row)).OrderBy(row => times.Values.At(row))];
        for (var part = 0; part < Parts && rows.Length >= Parts * FewestRows; part++)
        {
            var some = rows[(rows.Length * part / Parts)..(rows.Length * (part + 1) / Parts)];
            yield return Part("later_rows", name, $"{times.Format(some[0])} to {times.Format(some[^1])}", some);
        }
    }

    private ShiftScore Part(string name, string column, string words, int[] rows)
    {
        var score = model.Metric.Estimate(model.Calm.Take(rows), model.Groups is { } groups ? Array.ConvertAll(rows, row => groups[row]) : null);
        return new(name, column, words, (double)rows.Length / model.Rows.RowCount, rows.Length, score.Value, score.Lower, score.Upper);
    }

    private ShiftScore? Weighed(string name, string? column, string words, double strength, double[] weights)
    {
        if (model.Calm.Weights is { } own)
        {
            weights = [.. weights.Zip(own, (weight, before) => weight * before)];
        }

        // Kish 1965: as many equal rows as the weighed ones are worth.
        var worth = weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);
        if (!(worth >= FewestRows))
        {
            return null;
        }

        var score = model.Metric.Estimate(model.Calm with { Weights = weights }, model.Groups);
        return new(name, column, words, strength, worth, score.Value, score.Lower, score.Upper);
    }
}
