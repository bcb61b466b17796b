using Modelwright.Core.Learning;
using Modelwright.Testing.Learners;

namespace Modelwright.Learners.Tests;

/// <summary>Every learner of the list against the contract of its family.</summary>
public sealed class LearnerContractTests
{
    /// <summary>What a method cannot do by its nature; a learner that is not named here must do all.</summary>
    private static readonly Dictionary<string, LearnerExpectations> Expectations = new(StringComparer.Ordinal)
    {
        ["linear"] = new() { LearnsCurves = false },
        ["kernel_svm"] = new() { LearnsJumps = false },
        ["kernel_approximation"] = new() { LearnsJumps = false },
        ["naive_bayes"] = new() { LearnsCurves = false, LeastOnALine = 0.8 },
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var learner in BuiltInLearners.All)
        {
            foreach (var check in Checks(learner))
            {
                cases.Add(check.Subject, check.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Learner_Contract_Holds(string learner, string name)
    {
        var found = BuiltInLearners.All.Single(one => one.Info.Name == learner);
        Checks(found).Single(check => check.Name == name).Run();
    }

    private static IEnumerable<Testing.ContractCheck> Checks(ILearner learner) =>
        LearnerSuite.Checks(learner, Expectations.GetValueOrDefault(learner.Info.Name));
}
