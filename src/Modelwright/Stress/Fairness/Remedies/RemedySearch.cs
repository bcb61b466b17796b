using Modelwright.Measures;

namespace Modelwright.Stress.Fairness.Remedies;

/// <summary>Tries remedies where there is a gap beyond chance that they are for.</summary>
/// <param name="ground">The model and the groups of one column.</param>
/// <param name="retrain">Trains anew; null where nobody can.</param>
internal sealed class RemedySearch(RemedyGround ground, RetrainWeighed? retrain)
{
    /// <summary>Tries them.</summary>
    /// <param name="gaps">How far apart the groups are.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>What was tried, and what was not, each in a sentence.</returns>
    public (FairnessRemedy[] Remedies, string[] NotRun) Run(IReadOnlyList<FairnessGap> gaps, CancellationToken cancellation)
    {
        var column = ground.Groups.Column;
        if (ground.Model.Calm is not ClassAnswers { Classes.Count: 2 } answers)
        {
            return ([], [$"No remedy was tried for '{column}': thresholds and weights are for two classes."]);
        }

        FairnessMeasure[] needed = [.. FairnessMeasure.For(answers).Where(measure => measure.Name is "demographic_parity" or "equal_opportunity" && gaps.Any(gap => gap.Measure == measure.Name && gap.Lower > 0))];
        if (needed.Length == 0)
        {
            return ([], [$"No remedy was tried for '{column}': its groups do not differ beyond chance by what remedies are for."]);
        }

        var remedies = new List<FairnessRemedy>();
        var notRun = new List<string>();
        foreach (var measure in needed)
        {
            Add(new GroupThresholds(ground, answers, measure).Run(cancellation), $"Thresholds by group of '{column}' for {measure.Name} were not tried: fewer than two groups have {GroupComparison.FewestOfAFigure} rows in each half of the rows.");
        }

        if (needed.FirstOrDefault(measure => measure.Name == "demographic_parity") is { } parity)
        {
            Add(retrain is null ? null : new Reweighing(ground, parity).Run(retrain, cancellation), $"Reweighing by '{column}' was not tried: it trains the model anew, and nobody here can.");
        }

        return ([.. remedies], [.. notRun]);

        void Add(FairnessRemedy? remedy, string reason)
        {
            if (remedy is null)
            {
                notRun.Add(reason);
            }
            else
            {
                remedies.Add(remedy);
            }
        }
    }
}
