using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Baseline;
using Modelwright.Learners.Kernel;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Neighbors;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Stress.Privacy;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Privacy;

public sealed class RowRecoveryTests
{
    private static readonly Table Training = SmallTables.Classes(300, seed: 11);
    private static readonly Table Others = SmallTables.Classes(200, seed: 12);

    private static RecoveredRows Look(IForm form, Table? training) => RowRecovery.Of(form, training, Others, TestContext.Current.CancellationToken);

    private static IForm Fit(ILearner learner, params (string, double)[] setting) => FittedTables.Form(learner, SmallTables.ClassesSchema, Training, setting);

    [Fact]
    public void Of_NearestNeighbours_AllRowsStandInIt()
    {
        var found = Look(Fit(new NeighborsLearner()), Training);

        Assert.True(found.HoldsRows);
        Assert.Equal((300, 300), (found.Rows, found.Found));
        Assert.InRange(found.FoundByChance, 0, 0.1);
        Assert.Matches(@"^The model holds training rows: the features of 300 of 300 can be read out of the package, where \d %? ?of new rows stand in it by chance\. Such a package is only written with --store-rows; train without it for one that holds no row\.$", found.Text);
    }

    [Fact]
    public void Of_MemberOfABlend_IsFoundToo()
    {
        var blend = new ClassBlendForm([Fit(new NeighborsLearner(), ("max_rows", 100)), Fit(new BaselineLearner())], [0.5, 0.5]);

        Assert.InRange(Look(blend, Training).Found, 100, 115);
    }

    [Fact]
    public void Of_SupportVectors_AreRows()
    {
        var found = Look(Fit(new KernelSvmLearner()), Training);

        Assert.True(found.HoldsRows);
        Assert.InRange(found.Found, 20, 300);
    }

    [Fact]
    public void Of_LinearModel_HoldsNone()
    {
        var found = Look(Fit(new LinearLearner()), Training);

        Assert.False(found.HoldsRows);
        Assert.Equal("The model holds no training row: what stands in the package is what it learned of them all.", found.Text);
    }

    [Fact]
    public void Of_NoTrainingRows_SaysThatTheyWereNotCounted()
    {
        var found = Look(Fit(new NeighborsLearner()), null);

        Assert.Equal("The model holds training rows; how many can be read out of it is not known, as no training rows were brought to compare with. Such a package is only written with --store-rows; train without it for one that holds no row.", found.Text);
        Assert.Equal(0, found.Rows);
    }
}
