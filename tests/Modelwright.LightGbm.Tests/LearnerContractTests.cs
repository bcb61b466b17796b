using Modelwright.LightGbm.Tests.Data;
using Modelwright.Testing.Learners;

namespace Modelwright.LightGbm.Tests;

/// <summary>Every learner of the list keeps the contract of learners.</summary>
public sealed class LearnerContractTests
{
    public static TheoryData<string> Names => [.. LightGbmLearners.All.SelectMany(learner => LearnerSuite.Checks(learner)).Select(check => check.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check(string name)
    {
        Native.Need();
        LightGbmLearners.All.SelectMany(learner => LearnerSuite.Checks(learner)).Single(check => check.ToString() == name).Run();
    }
}
