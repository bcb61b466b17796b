using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Validation.Conformal;

/// <summary>How large residuals are for an answered number: the mean distance in runs of like answers, on a line between them.</summary>
/// <param name="Answers">Answered numbers, ascending; none where the scale is 1 everywhere.</param>
/// <param name="Sizes">The scale at each, above 0.</param>
internal sealed record ResidualScale(double[] Answers, double[] Sizes)
{
    private const int MostRuns = 20;
    private const int FewestRows = 50;

    /// <summary>No run counts as nearer to perfect than this share of the mean of all.</summary>
    private const double LeastShare = 0.05;

    private readonly IntervalRule _line = new() { Level = 0.5, Below = 1, Above = 1, At = Answers, Scale = Sizes };

    /// <summary>Learns the scale; 1 everywhere where rows are few or all alike.</summary>
    public static ResidualScale Fit(NumberAnswers answers)
    {
        int[] rows = [.. Enumerable.Range(0, answers.Count).Where(row => answers.Weight(row) > 0)];
        Array.Sort(rows, (one, other) => answers.Predicted[one].CompareTo(answers.Predicted[other]) is var sign and not 0 ? sign : one - other);
        var mean = Mean(rows, answers, row => Math.Abs(answers.Truth[row] - answers.Predicted[row]));
        var runs = Math.Min(MostRuns, rows.Length / FewestRows);
        if (runs < 2 || !(mean > 0) || !double.IsFinite(mean))
        {
            return new([], []);
        }

        var (places, sizes) = (new List<double>(runs), new List<double>(runs));
        for (var run = 0; run < runs; run++)
        {
            var some = rows.AsSpan((int)((long)rows.Length * run / runs)..(int)((long)rows.Length * (run + 1) / runs)).ToArray();
            var place = Mean(some, answers, row => answers.Predicted[row]);
            if (double.IsFinite(place) && (places.Count == 0 || place > places[^1]))
            {
                places.Add(place);
                sizes.Add(Math.Max(LeastShare * mean, Mean(some, answers, row => Math.Abs(answers.Truth[row] - answers.Predicted[row]))));
            }
        }

        return places.Count < 2 ? new([], []) : new([.. places], [.. sizes]);
    }

    /// <summary>The scale at an answered number.</summary>
    public double At(double answer) => _line.ScaleAt(answer);

    private static double Mean(int[] rows, NumberAnswers answers, Func<int, double> value)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var row in rows)
        {
            sum += answers.Weight(row) * value(row);
            total += answers.Weight(row);
        }

        return sum / total;
    }
}
