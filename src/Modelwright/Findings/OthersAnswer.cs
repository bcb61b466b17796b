using Modelwright.Profile.Relations;

namespace Modelwright.Findings;

/// <summary>Out-of-fold answers of the other columns together.</summary>
/// <param name="Rows">Places in the sample that were answered.</param>
/// <param name="Outcome">Their target; rare classes may be one.</param>
/// <param name="Answers">Probabilities [rows x classes], or ranks [rows]; null where there is no other column.</param>
internal sealed record OthersAnswer(int[] Rows, Outcome Outcome, double[]? Answers)
{
    private const double LeastChance = 1e-6;

    /// <summary>How much of the target they tell, from 0 to 1, measured as <see cref="PredictivePower"/>.</summary>
    public double Skill => Answers is null ? 0 : Outcome.IsClasses ? OfClasses(Answers) : OfRanks(Answers);

    /// <summary>The mean probability of a class in the rows of the sample that are chosen; NaN where none was answered.</summary>
    /// <param name="isInside">Whether a place in the sample counts.</param>
    /// <param name="wanted">The class, among those of <see cref="Outcome"/>.</param>
    public double MeanChance(Func<int, bool> isInside, int wanted)
    {
        if (Answers is null)
        {
            return Outcome.Classes.Count(code => code == wanted) / (double)Outcome.RowCount;
        }

        var (sum, count) = (0.0, 0);
        for (var place = 0; place < Rows.Length; place++)
        {
            if (isInside(Rows[place]))
            {
                sum += Answers[(place * Outcome.ClassCount) + wanted];
                count++;
            }
        }

        return sum / count;
    }

    private double OfClasses(double[] answers)
    {
        var counts = new double[Outcome.ClassCount];
        foreach (var code in Outcome.Classes)
        {
            counts[code]++;
        }

        var (loss, constant) = (0.0, 0.0);
        for (var row = 0; row < Outcome.RowCount; row++)
        {
            loss -= Math.Log(Math.Max(LeastChance, answers[(row * Outcome.ClassCount) + Outcome.Classes[row]]));
            constant -= Math.Log(counts[Outcome.Classes[row]] / Outcome.RowCount);
        }

        return PredictivePower.Skill(loss, constant);
    }

    private double OfRanks(double[] answers)
    {
        var mean = Outcome.Ranks.Average();
        var (loss, constant) = (0.0, 0.0);
        for (var row = 0; row < answers.Length; row++)
        {
            loss += Math.Pow(answers[row] - Outcome.Ranks[row], 2);
            constant += Math.Pow(Outcome.Ranks[row] - mean, 2);
        }

        return PredictivePower.Skill(loss, constant);
    }
}
