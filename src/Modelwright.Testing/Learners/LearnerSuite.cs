using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>What every learner is put through. Drives nothing but <see cref="ILearner"/>: data are made of the column types it takes.</summary>
public static class LearnerSuite
{
    /// <summary>The checks for one learner; where it is unavailable on this machine, those of what it declares.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="expectations">What may not be demanded of it; null demands all.</param>
    /// <returns>Checks that can run in any order, each on its own.</returns>
    public static IEnumerable<ContractCheck> Checks(ILearner learner, LearnerExpectations? expectations = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        expectations ??= new LearnerExpectations();
        List<LearnerCheck> checks = [.. DeclarationChecks.All];
        if (learner.Unavailable is null)
        {
            checks.AddRange(ParameterChecks.All);
            checks.AddRange(RefusalChecks.All);
            checks.AddRange(ColumnChecks.All);
            checks.AddRange(ValueChecks.All);
            checks.AddRange(WeightChecks.All);
            checks.AddRange(RepeatChecks.All);
            checks.AddRange(AnswerChecks.All);
            checks.AddRange(QualityChecks.All);
            checks.AddRange(TargetlessChecks.All);
            checks.AddRange(TimeChecks.All);
            checks.AddRange(CostChecks.All);
        }

        return checks
            .Where(check => check.Demanded(learner.Info, expectations))
            .SelectMany(check => ToyTask.For(learner.Info).Where(check.Suits).Take(check.EveryTask ? int.MaxValue : 1), (check, task) => (check, task))
            .Select(pair => pair.check.On(new LearnerCase(learner, pair.task, expectations)));
    }
}
