using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Trees;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Tests.Trees;

public sealed class CoverTests
{
    private const int Rows = 300;

    [Fact]
    public void Fit_Forest_EveryTreeCountsAllRowsThatWereDrawn()
    {
        var trees = Fit(new RandomForestLearner());

        Assert.All(trees, tree => Assert.Equal(Rows, tree.Covers.Sum()));
        Assert.All(trees, tree => Assert.All(tree.Covers, cover => Assert.True(cover > 0)));
    }

    // Without drawing, the count of a leaf is that of the rows that it answers.
    [Fact]
    public void Fit_ExtraTrees_CoversAreTheRowsThatEndInALeaf()
    {
        var trees = Fit(new ExtraTreesLearner());

        Assert.All(trees, tree =>
        {
            var counts = new int[tree.LeafCount];
            for (var row = 0; row < Rows; row++)
            {
                counts[tree.LeafOf([Value(row), row % 7])]++;
            }

            Assert.Equal(counts, tree.Covers);
        });
    }

    private static IReadOnlyList<Tree> Fit(ILearner learner)
    {
        var features = new Table([new NumberColumn("x", [.. Enumerable.Range(0, Rows).Select(Value)]), new NumberColumn("y", [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 7))])]);
        var data = new TrainingSet(LearningTask.Regression, features) { Target = new NumberColumn("target", [.. Enumerable.Range(0, Rows).Select(row => Math.Abs(Value(row)) + (row % 7))]) };
        var form = Assert.IsType<NumberTreesForm>(learner.Fit(data, ParameterValues.Default.With("trees", 5), new() { Seed = 3 }).Form);
        Assert.Null(form.Unexplained);
        Assert.Equal(["x", "y"], form.Info.Inputs.Select(input => input.Name));
        return form.Ensemble.Trees;
    }

    private static double Value(int row) => Math.Sin(row);
}
