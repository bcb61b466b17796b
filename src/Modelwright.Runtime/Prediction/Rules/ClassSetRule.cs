namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>
/// Which classes stand in the set that holds the true one as often as stated: the most probable, and every class from a least
/// probability on.
/// </summary>
/// <remarks>Source: Sadinle, Lei and Wasserman 2019, "Least ambiguous set-valued classifiers with bounded error levels"; with the most probable class always in it no set is empty.</remarks>
/// <param name="Level">How often the true class is to be in the set, over rows like those of training; above 0 and below 1.</param>
/// <param name="Least">The least probability of a class beside the most probable, from 0 to 1; above 1 there is none.</param>
public sealed record ClassSetRule(double Level, double Least)
{
    /// <summary>Whether a class is in the set.</summary>
    /// <param name="probabilities">One a class.</param>
    /// <param name="place">A 0-based position.</param>
    /// <returns>True where it is.</returns>
    public bool Holds(ReadOnlySpan<double> probabilities, int place) => probabilities[place] >= Least || place == Top(probabilities);

    /// <summary>The position of the most probable class, the first of equals.</summary>
    /// <param name="probabilities">One a class.</param>
    /// <returns>A 0-based position.</returns>
    public static int Top(ReadOnlySpan<double> probabilities)
    {
        var top = 0;
        for (var place = 1; place < probabilities.Length; place++)
        {
            top = probabilities[place] > probabilities[top] ? place : top;
        }

        return top;
    }

    /// <summary>What is wrong with it; null where it is sound.</summary>
    /// <returns>A sentence without its end, or null.</returns>
    public string? Fault() => Level is > 0 and < 1 && Least is >= 0 and <= 2 ? null : "a rule for sets has a level above 0 and below 1, and a least probability from 0 to 2";
}
