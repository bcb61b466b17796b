using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class TreeTests
{
    private static readonly FormInput[] Inputs = [new("age", ColumnType.Number, []), new("plan", ColumnType.Category, ["basic", "gold", "pro"])];

    /// <summary>age at most 30: leaf 0 (10); else plan in {gold}: leaf 1 (20), else leaf 2 (30).</summary>
    private static Tree Example(bool missingLeft = false) => new()
    {
        Feature = [0, 1],
        Threshold = [30, 0],
        Left = [~0, ~1],
        Right = [1, ~2],
        MissingLeft = [missingLeft, false],
        CategoryStart = [-1, 0],
        CategoryWords = [0, 1],
        CategoryBits = [0b010],
        Leaves = [10, 20, 30],
    };

    [Theory]
    [InlineData(30.0, "gold", 10)]
    [InlineData(30.1, "gold", 20)]
    [InlineData(31.0, "pro", 30)]
    [InlineData(31.0, "unseen", 30)]
    [InlineData(31.0, null, 30)]
    [InlineData(double.NaN, "gold", 20)]
    [InlineData(double.NegativeInfinity, "gold", 10)]
    public void Predict_OneTree_FollowsSplits(double age, string? plan, double expected) =>
        Assert.Equal(expected, Answer(new([.. Inputs], [Example()]), age, plan));

    [Fact]
    public void Predict_MissingLeft_GoesLeft() => Assert.Equal(10, Answer(new([.. Inputs], [Example(missingLeft: true)]), double.NaN, "pro"));

    [Fact]
    public void Predict_AverageOfTwo_IsMeanPlusBase() =>
        Assert.Equal(17, Answer(new([.. Inputs], [Example(), Tree.SingleLeaf(20)]) { IsAverage = true, Base = [2] }, 1, "pro"));

    [Fact]
    public void Predict_OtherColumnOrderAndExtraColumn_SameAnswer()
    {
        var form = new NumberTreesForm(new([.. Inputs], [Example()]));
        var output = new double[1];

        form.Predict(new([new TextColumn("note", ["x"]), CategoryColumn.FromTexts("plan", ["gold"]), new NumberColumn("age", [40])]), output);

        Assert.Equal(20, output[0]);
    }

    [Fact]
    public void Predict_AbsentAndWrongColumns_SaysAll()
    {
        var form = new NumberTreesForm(new([.. Inputs], [Example()]));

        var error = Assert.Throws<DataException>(() => form.Predict(new([new NumberColumn("Age", [1]), new NumberColumn("plan", [1])]), new double[1]));

        Assert.Equal(
            """
            Column 'age' (number) was not found, and the model needs it. Did you mean 'Age'? Add it, or rename the column that holds it (case matters).
            Column 'plan' is of type number; the model was trained on type category. Read it as category.
            """,
            error.Message);
    }

    [Fact]
    public void PredictProbabilities_Softmax_TreesTakeTurns()
    {
        var form = new ClassTreesForm(new([.. Inputs], [Tree.SingleLeaf(1), Tree.SingleLeaf(2), Tree.SingleLeaf(3)]) { Outputs = 3 }, ["a", "b", "c"], ProbabilityLink.Softmax);
        var output = new double[3];

        form.PredictProbabilities(Row(1, "pro"), output);

        var sum = Math.Exp(1) + Math.Exp(2) + Math.Exp(3);
        Assert.Equal(Math.Exp(1) / sum, output[0], 1e-15);
        Assert.Equal(Math.Exp(3) / sum, output[2], 1e-15);
    }

    [Fact]
    public void PredictProbabilities_LeavesOfClassShares_AreScaledToOne()
    {
        var form = new ClassTreesForm(new([.. Inputs], [Tree.SingleLeaf(1, 3), Tree.SingleLeaf(-5, 1)]) { Outputs = 2, IsAverage = true }, ["a", "b"], ProbabilityLink.Identity);
        var output = new double[2];

        form.PredictProbabilities(Row(1, "pro"), output);

        Assert.Equal([0, 1], output);
    }

    [Fact]
    public void PredictProbabilities_Logistic_SecondClassGrowsWithScore()
    {
        var form = new ClassTreesForm(new([.. Inputs], [Tree.SingleLeaf(2)]), ["no", "yes"], ProbabilityLink.Logistic);
        var output = new double[2];

        form.PredictProbabilities(Row(1, "pro"), output);

        Assert.Equal(1 / (1 + Math.Exp(-2)), output[1], 1e-15);
        Assert.Equal(1, output[0] + output[1]);
    }

    [Theory]
    [InlineData(2, "A tree cannot be used: node 0 leads to 2, with nodes to 1 and leaves to 2. Make the model again, or fetch the file again from where it was made.")]
    [InlineData(0, "A tree cannot be used: node 0 leads to 0, with nodes to 1 and leaves to 2. Make the model again, or fetch the file again from where it was made.")]
    [InlineData(-4, "A tree cannot be used: node 0 leads to -4, with nodes to 1 and leaves to 2. Make the model again, or fetch the file again from where it was made.")]
    [InlineData(-2, "A tree cannot be used: two nodes lead to -2. Make the model again, or fetch the file again from where it was made.")]
    public void Check_WrongChild_IsRefused(int child, string expected)
    {
        var tree = Example();
        tree.Left[0] = child;

        Assert.Equal(expected, Assert.Throws<ArtifactException>(() => tree.Check(2, 1)).Message);
    }

    private static double Answer(TreeEnsemble ensemble, double age, string? plan)
    {
        var output = new double[1];
        new NumberTreesForm(ensemble).Predict(Row(age, plan), output);
        return output[0];
    }

    private static Table Row(double age, string? plan) => new([new NumberColumn("age", [age]), CategoryColumn.FromTexts("plan", [plan])]);
}
