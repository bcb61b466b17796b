using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;

namespace Modelwright.Validation.Calibrating;

/// <summary>The ascending steps nearest to what came true, joined by lines between their centres.</summary>
/// <remarks>
/// Sources: Zadrozny and Elkan 2002, "Transforming classifier scores into accurate multiclass probability estimates"; steps by the pool of
/// adjacent violators; lines after Oron and Flournoy 2017, "Centered isotonic regression". Half a row is added to both outcomes of a step
/// (Krichevsky and Trofimov 1981), so that none claims to be certain.
/// </remarks>
internal static class IsotonicFit
{
    /// <summary>Steps are joined until each holds this share of the rows, and ten.</summary>
    private const double LeastShare = 0.005;
    private const double LeastRows = 10;

    /// <summary>Fits.</summary>
    public static ProbabilityMap Fit(ClassAnswers answers)
    {
        var width = answers.Classes.Count;
        int[] places = width == 2 ? [1] : [.. Enumerable.Range(0, width)];
        var lines = Array.ConvertAll(places, place => Line(Steps(answers, place)));
        return new()
        {
            Method = ProbabilityMap.Isotonic,
            Counts = Array.ConvertAll(lines, line => line.Count),
            From = [.. lines.SelectMany(line => line.Select(point => point.From))],
            To = [.. lines.SelectMany(line => line.Select(point => point.To))],
        };
    }

    private static List<Step> Steps(ClassAnswers answers, int place)
    {
        int[] rows = [.. Enumerable.Range(0, answers.Count).Where(row => answers.Weights is null || answers.Weights[row] > 0)];
        double[] said = [.. rows.Select(row => answers.Probabilities[(row * answers.Classes.Count) + place])];
        Array.Sort(said, rows);
        var total = answers.Weights is null ? rows.Length : rows.Sum(row => answers.Weights[row]);

        // Rows count as many as there are, whatever the unit of their weights.
        var unit = rows.Length / total;
        var steps = new List<Step>();
        for (var start = 0; start < rows.Length;)
        {
            var step = new Step(0, 0, 0);
            var end = start;
            for (; end < rows.Length && said[end] == said[start]; end++)
            {
                var weight = unit * (answers.Weights?[rows[end]] ?? 1);
                step = step.And(new(weight, weight * said[end], answers.Truth[rows[end]] == place ? weight : 0));
            }

            Pool(steps, step, one => one.Share);
            start = end;
        }

        return Pooled(Joined(steps, Math.Max(LeastRows, LeastShare * rows.Length)));
    }

    /// <summary>Adds a step and joins it with those before it that stand higher.</summary>
    private static void Pool(List<Step> steps, Step step, Func<Step, double> height)
    {
        while (steps.Count > 0 && height(steps[^1]) >= height(step))
        {
            step = steps[^1].And(step);
            steps.RemoveAt(steps.Count - 1);
        }

        steps.Add(step);
    }

    private static List<Step> Joined(List<Step> steps, double least)
    {
        var joined = new List<Step>();
        foreach (var step in steps)
        {
            if (joined.Count > 0 && joined[^1].Rows < least)
            {
                joined[^1] = joined[^1].And(step);
            }
            else
            {
                joined.Add(step);
            }
        }

        if (joined.Count > 1 && joined[^1].Rows < least)
        {
            joined[^2] = joined[^2].And(joined[^1]);
            joined.RemoveAt(joined.Count - 1);
        }

        return joined;
    }

    // What is added to both outcomes moves small steps more, so the order is made again.
    private static List<Step> Pooled(List<Step> steps)
    {
        var pooled = new List<Step>();
        foreach (var step in steps)
        {
            Pool(pooled, step, one => one.Smoothed);
        }

        return pooled;
    }

    /// <summary>Points at the centres, and at both ends what one more row against the outer step would make of it, so that ranks stay apart there too.</summary>
    private static List<(double From, double To)> Line(List<Step> steps)
    {
        var points = new List<(double From, double To)>();
        if (steps[0].Centre > 0)
        {
            points.Add((0, steps[0].And(new(1, 0, 0)).Smoothed));
        }

        foreach (var step in steps.Where(step => points.Count == 0 || step.Centre > points[^1].From))
        {
            points.Add((Math.Clamp(step.Centre, 0, 1), step.Smoothed));
        }

        if (points[^1].From < 1)
        {
            points.Add((1, steps[^1].And(new(1, 1, 1)).Smoothed));
        }

        return points;
    }

    /// <summary>Rows side by side.</summary>
    /// <param name="Rows">How many, weighted.</param>
    /// <param name="Said">The sum of their probabilities.</param>
    /// <param name="Came">How many came true.</param>
    private readonly record struct Step(double Rows, double Said, double Came)
    {
        public double Centre => Said / Rows;

        public double Share => Came / Rows;

        public double Smoothed => (Came + 0.5) / (Rows + 1);

        public Step And(Step other) => new(Rows + other.Rows, Said + other.Said, Came + other.Came);
    }
}
