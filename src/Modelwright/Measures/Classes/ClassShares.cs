namespace Modelwright.Measures.Classes;

/// <summary>The share of each class in the truth: what the constant answer is made of.</summary>
/// <param name="Shares">One a class; all 0 without rows.</param>
/// <param name="Positive">Of two classes, the one looked for; otherwise -1.</param>
internal sealed record ClassShares(double[] Shares, int Positive)
{
    /// <summary>The class the constant answer names: the most frequent, of equals the first.</summary>
    public int Answered => Shares.IndexOf(Shares.Max());

    /// <summary>How many classes occur.</summary>
    public int Present => Shares.Count(share => share > 0);

    /// <summary>The share of the class that the constant answer names.</summary>
    public double Largest => Shares[Answered];

    /// <summary>Counts the truth.</summary>
    /// <param name="answers">Class answers.</param>
    public static ClassShares Of(Answers answers)
    {
        var classes = (ClassAnswers)answers;
        var shares = new double[classes.Classes.Count];
        var total = 0.0;
        for (var row = 0; row < classes.Count; row++)
        {
            shares[classes.Truth[row]] += classes.Weight(row);
            total += classes.Weight(row);
        }

        for (var column = 0; total > 0 && column < shares.Length; column++)
        {
            shares[column] /= total;
        }

        return new(shares, shares.Length == 2 ? classes.Positive : -1);
    }

    /// <summary>A score of one class for the constant answer: of the positive class, or the mean over all that occur.</summary>
    /// <param name="score">The score of the answered class from its share; all other classes score 0.</param>
    public double OfAnswered(Func<double, double> score) => Positive >= 0
        ? Answered == Positive ? score(Largest) : 0
        : score(Largest) / Present;
}
