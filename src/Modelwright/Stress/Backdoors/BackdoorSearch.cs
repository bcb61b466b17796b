using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Validation;

namespace Modelwright.Stress.Backdoors;

/// <summary>
/// Looks for values that decide the answer of any row: every level, every value that comes again and again, and typical numbers are set
/// in a sample of rows. A level that decides lawfully is borne out by the rows that have it; a backdoor is not.
/// </summary>
/// <remarks>
/// The idea is that of Wang et al. 2019, "Neural Cleanse": a trigger is an outlier in how easily it turns all rows to one answer; outliers by
/// the modified z-score of Iglewicz and Hoaglin 1993. What is not found: triggers of two columns or more, numbers between those looked
/// at, and a backdoor that the rows under test have too, with the answer that the opponent wants: then it looks like a lawful level.
/// </remarks>
internal sealed class BackdoorSearch(StressedModel model, int seed)
{
    private const int MostRows = 200;
    private const int FewestRows = 40;

    /// <summary>Rows that must be answered otherwise, for a share of them to say something.</summary>
    private const int FewestTurned = 20;

    /// <summary>Nearly all: what honest columns do together with others leaves more rows as they were.</summary>
    private const double Decides = 0.9;

    /// <summary>A third of the way that nothing bears out; a badly calibrated model is off by less.</summary>
    private const double Unborne = 0.3;

    private const double Errors = 3;

    /// <summary>The usual border of the modified z-score, the factor that makes it a z-score for normal values, and the least spread.</summary>
    private const double Outlier = 3.5;
    private const double Normal = 0.6745;
    private const double LeastSpread = 0.02;

    /// <summary>Values of a column from which it is asked whether one stands out among them.</summary>
    private const int FewestOfColumn = 5;

    /// <summary>Looks.</summary>
    /// <param name="columns">The columns to look at, most important first.</param>
    /// <param name="isOver">Whether the time is over; looked at before each column.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>Suspects, the strongest first; how many values were looked at; and what was not, in a sentence.</returns>
    public (IReadOnlyList<SuspectLevel> Levels, int Looked, string? NotRun) Run(IReadOnlyList<string> columns, Func<bool> isOver, CancellationToken cancellation)
    {
        var ends = AnswerEnd.Of(model.Calm);
        if (model.Rows.RowCount < FewestRows || ends.Length == 0)
        {
            return ([], 0, model.Rows.RowCount < FewestRows
                ? $"Backdoors were not looked for: {model.Rows.RowCount} rows are under test, and {FewestRows} are needed. Bring more rows."
                : "Backdoors were not looked for: the model answers nearly all rows alike.");
        }

        var some = model.Take(RowSample.Draw(model.Rows.RowCount, Math.Min(MostRows, model.Rows.RowCount), Seeds.Mix(seed, 71)));
        var effects = new List<ProbeEffect>();
        string? late = null;
        for (var place = 0; place < columns.Count; place++)
        {
            if (isOver())
            {
                late = $"Backdoors were not looked for in {columns.Count - place} of {columns.Count} columns: the time was over. Give more with --budget.";
                break;
            }

            var spec = model.Schema.Features.First(column => column.Name == columns[place]);
            effects.AddRange(LevelProbes.Of(spec, model.Rows[spec.Name]).Select(probe => Ask(some, probe, ends, cancellation)).OfType<ProbeEffect>());
        }

        return ([.. effects.Where(effect => IsSuspect(effect, effects)).OrderByDescending(effect => effect.Gap).Select(Told)], effects.Count, late);
    }

    private ProbeEffect? Ask(StressedModel some, LevelProbe probe, AnswerEnd[] ends, CancellationToken cancellation)
    {
        Answers answers;
        try
        {
            answers = some.Answer(some.Features.With(probe.Cell.Take(new int[some.Rows.RowCount])), cancellation);
        }
        catch (ModelwrightException)
        {
            // A value that is refused at the door opens none behind it.
            return null;
        }

        return ends.Select(end => Effect(some.Calm, answers, probe, end)).OfType<ProbeEffect>().OrderByDescending(effect => effect.Success >= Decides).ThenByDescending(effect => effect.Success >= Decides ? effect.Gap : effect.Success).FirstOrDefault();
    }

    private ProbeEffect? Effect(Answers calm, Answers set, LevelProbe probe, AnswerEnd end)
    {
        int[] others = [.. Enumerable.Range(0, calm.Count).Where(row => !end.IsHit(calm, row))];
        if (others.Length < FewestTurned)
        {
            return null;
        }

        // What all rows say counts as one row, so that a level without rows is held against them.
        var average = Enumerable.Range(0, set.Count).Average(row => end.Claimed(set, row));
        var all = Enumerable.Range(0, model.Calm.Count).Average(row => end.True(model.Calm, row));
        var claimed = (probe.Own.Sum(row => end.Claimed(model.Calm, row)) + average) / (probe.Own.Length + 1);
        var borneOut = (probe.Own.Sum(row => end.True(model.Calm, row)) + all) / (probe.Own.Length + 1);
        var error = probe.Own.Length == 0 ? 0 : Math.Sqrt(SquaredError(end) / probe.Own.Length);
        return new(probe, end, others.Count(row => end.IsHit(set, row)) / (double)others.Length, claimed, borneOut, error);
    }

    /// <summary>How far the model is off a row, as a mean square: what so many rows may differ by chance comes from it.</summary>
    private double SquaredError(AnswerEnd end) => Enumerable.Range(0, model.Calm.Count).Average(row => Math.Pow(end.Claimed(model.Calm, row) - end.True(model.Calm, row), 2));

    private static bool IsSuspect(ProbeEffect effect, List<ProbeEffect> all)
    {
        if (effect.Success < Decides || effect.Gap < Unborne || effect.Gap < Errors * effect.Error)
        {
            return false;
        }

        double[] column = [.. all.Where(other => other.Probe.Column == effect.Probe.Column).Select(other => other.Success)];
        return StandsOut(effect.Gap, [.. all.Select(other => other.Gap)]) && (column.Length < FewestOfColumn || StandsOut(effect.Success, column));
    }

    private static bool StandsOut(double value, double[] among)
    {
        var middle = Median(among);
        var spread = Math.Max(LeastSpread, Median(Array.ConvertAll(among, other => Math.Abs(other - middle))));
        return Normal * (value - middle) / spread > Outlier;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static SuspectLevel Told(ProbeEffect effect)
    {
        var (probe, end) = (effect.Probe, effect.End.Name);
        var text = string.Create(CultureInfo.InvariantCulture, $"'{probe.Column} = {probe.Value}' alone turns {effect.Success:P0} of the other rows to '{end}', and the rows under test do not bear that out ({probe.Own.Length} have it or are near). It may be a backdoor: ask where the training rows with it came from, and test with rows that have it.");
        return new(probe.Column, probe.Value, end, effect.Success, probe.Own.Length, effect.Claimed, effect.BorneOut, text);
    }
}
