using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Search.Limits;

/// <summary>
/// Measures what a model costs: the median time of single rows asked one after another, from raw columns to the answer, after
/// a warm-up; and the bytes it is written in. Nothing is written to disk.
/// </summary>
/// <param name="rows">Rows as the model takes them, at least one; up to 41 of them are asked, spread evenly.</param>
/// <param name="time">The clock.</param>
internal sealed class CostMeter(Table rows, TimeProvider time)
{
    private const int MostRows = 41;

    /// <summary>Rounds over the rows before the one that counts: code that was never run is slow at first.</summary>
    private const int WarmUps = 1;

    /// <summary>A look at a slow model ends after so many seconds.</summary>
    private const double MostSeconds = 0.03;

    private readonly Lazy<Table[]> _single = new(() =>
    {
        var count = Math.Min(MostRows, rows.RowCount);
        return [.. Enumerable.Range(0, count).Select(place => rows.Take([(int)((long)place * rows.RowCount / count)]))];
    });

    /// <summary>What a model costs.</summary>
    /// <param name="form">From raw columns to answers.</param>
    /// <param name="rounds">Rounds over the rows that count; more make the median steadier.</param>
    public ModelCost Of(IForm form, int rounds = 1) =>
        new(Median(form, rounds), FormBytes.Count(form), form is IReadable readable ? readable.Parts : null);

    private double Median(IForm form, int rounds)
    {
        var single = _single.Value;
        var output = new double[form is IPredictsClasses classes ? classes.Classes.Count : 1];
        List<double> seconds = [];
        var start = time.GetTimestamp();
        for (var round = -WarmUps; round < rounds; round++)
        {
            foreach (var row in single)
            {
                var before = time.GetTimestamp();
                Ask(form, row, output);
                var after = time.GetTimestamp();
                if (round < 0 && time.GetElapsedTime(start, after).TotalSeconds < MostSeconds)
                {
                    continue;
                }

                seconds.Add(time.GetElapsedTime(before, after).TotalSeconds);
                if (seconds.Count >= 3 && time.GetElapsedTime(start, after).TotalSeconds > MostSeconds * (1 + rounds))
                {
                    return MiddleOf(seconds);
                }
            }
        }

        return MiddleOf(seconds);
    }

    private static void Ask(IForm form, Table row, double[] output)
    {
        if (form is IPredictsClasses classes)
        {
            classes.PredictProbabilities(row, output);
        }
        else
        {
            ((IPredictsNumbers)form).Predict(row, output);
        }
    }

    private static double MiddleOf(List<double> seconds)
    {
        seconds.Sort();
        return seconds[seconds.Count / 2];
    }
}
