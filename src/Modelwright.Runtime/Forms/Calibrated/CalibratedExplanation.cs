using Modelwright.Core.Data;
using Modelwright.Core.Learning.Contributions;

namespace Modelwright.Runtime.Forms.Calibrated;

/// <summary>
/// Contributions to calibrated probabilities: those of the form before the map, with what the map changes shared out in proportion
/// to their sizes, so that they add up to the calibrated probability less the calibrated base. There are no scores but the answers.
/// </summary>
internal static class CalibratedExplanation
{
    /// <summary>The calibrated base.</summary>
    internal static double[] Base(IExplains form, ProbabilityMap map)
    {
        var start = form.Base(ContributionScale.Answer);
        map.Apply(start, start.Length);
        return start;
    }

    /// <summary>Rows x classes x inputs; overwritten.</summary>
    internal static void Explain(IExplains form, ProbabilityMap map, Table rows, int inputs, Span<double> output)
    {
        form.Explain(rows, ContributionScale.Answer, output);
        var before = form.Base(ContributionScale.Answer);
        var after = Base(form, map);
        var (given, mapped) = (new double[before.Length], new double[before.Length]);
        for (var row = 0; row < rows.RowCount; row++)
        {
            var contributions = output.Slice(row * before.Length * inputs, before.Length * inputs);
            for (var column = 0; column < before.Length; column++)
            {
                given[column] = before[column] + Sum(contributions.Slice(column * inputs, inputs));
                mapped[column] = Math.Clamp(given[column], 0, 1);
            }

            map.Apply(mapped, before.Length);
            for (var column = 0; column < before.Length; column++)
            {
                Add((mapped[column] - after[column]) - (given[column] - before[column]), contributions.Slice(column * inputs, inputs));
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> contributions)
    {
        var sum = 0.0;
        foreach (var contribution in contributions)
        {
            sum += contribution;
        }

        return sum;
    }

    // Where no input contributes anything, none is to be preferred.
    private static void Add(double change, Span<double> contributions)
    {
        var sizes = 0.0;
        foreach (var contribution in contributions)
        {
            sizes += Math.Abs(contribution);
        }

        for (var input = 0; input < contributions.Length; input++)
        {
            contributions[input] += change * (sizes > 0 ? Math.Abs(contributions[input]) / sizes : 1.0 / contributions.Length);
        }
    }
}
