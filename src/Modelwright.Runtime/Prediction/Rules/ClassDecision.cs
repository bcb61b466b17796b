using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>
/// Which class is answered for some probabilities: with costs the one of the least expected cost (Elkan 2001), with a threshold
/// the positive class from that probability on. The first of equals.
/// </summary>
public sealed record ClassDecision
{
    /// <summary>What it was made for: the name of a metric, or 'costs'.</summary>
    public required string For { get; init; }

    /// <summary>For two classes: the least probability of the positive class with which it is answered, from 0 to 1; null where costs decide.</summary>
    public double? Threshold { get; init; }

    /// <summary>For two classes: the 0-based position of the class that the threshold is for.</summary>
    public int Positive { get; init; } = 1;

    /// <summary>Classes x classes, truth by truth: what each answer costs where that class is true, in a unit of the person's own; null where a threshold decides.</summary>
    public double[]? Costs { get; init; }

    /// <summary>The answered class.</summary>
    /// <param name="probabilities">One a class.</param>
    /// <returns>A 0-based position.</returns>
    public int Choose(ReadOnlySpan<double> probabilities)
    {
        if (Threshold is { } threshold)
        {
            return probabilities[Positive] >= threshold ? Positive : 1 - Positive;
        }

        var (best, least) = (0, double.PositiveInfinity);
        for (var answer = 0; answer < probabilities.Length; answer++)
        {
            if (Expected(probabilities, answer) is var cost && cost < least)
            {
                (best, least) = (answer, cost);
            }
        }

        return best;
    }

    private double Expected(ReadOnlySpan<double> probabilities, int answer)
    {
        var cost = 0.0;
        for (var truth = 0; truth < probabilities.Length; truth++)
        {
            cost += probabilities[truth] * Costs![(truth * probabilities.Length) + answer];
        }

        return cost;
    }

    /// <summary>What is wrong with it for so many classes; null where it is sound.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <returns>A sentence without its end, or null.</returns>
    public string? Fault(int classes)
    {
        if ((Threshold is null) == (Costs is null))
        {
            return "a decision has either a threshold or costs";
        }

        if (Threshold is { } threshold)
        {
            return classes == 2 && threshold is >= 0 and <= 1 && Positive is 0 or 1 ? null : "a threshold is from 0 to 1, for one of two classes";
        }

        return Costs!.Length == (long)classes * classes && SoundArrays.AreFinite(Costs) ? null : $"there are {Costs.Length} costs for {classes} classes; there is one finite cost for each truth and answer";
    }
}
