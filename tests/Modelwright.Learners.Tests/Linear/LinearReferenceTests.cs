using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Linear;
using Modelwright.Runtime.Forms.Linear;

namespace Modelwright.Learners.Tests.Linear;

/// <summary>
/// Solutions of scikit-learn 1.2.1 on the twelve rows made below: Ridge(alpha = 0.1 x 12), ElasticNet(alpha = 0.1) on the
/// target divided by its standard deviation, LogisticRegression(C = 1 / (0.1 x 12)) by newton-cg (saga for the
/// elastic net), all with tolerances of 1e-12 or less.
/// </summary>
public sealed class LinearReferenceTests
{
    private const int Rows = 12;

    /// <summary>Both solvers end at slopes of about 1e-9; coefficients follow to a few digits less.</summary>
    private const double Tolerance = 1e-6;

    private static readonly double[] First = Values(row => (((7 * row) + 3) % 12 / 4.0) - 1);
    private static readonly double[] Second = Values(row => (((5 * row * row) + row) % 11 / 5.0) - 1);
    private static readonly double[] Third = Values(row => (First[row] * 0.5) + (3 * row % 7 / 7.0));
    private static readonly double[] Number = Values(row => (2 * First[row]) - Second[row] + 0.5 + (row * row % 5 / 10.0));

    [Fact]
    public void Fit_Ridge_EqualsReference() =>
        AssertNumbers(0, null, [1.3372879137443419, -0.7059087798853145, 0.652096272093022], 0.4846069775617019);

    [Fact]
    public void Fit_WeightedRidge_EqualsReference() =>
        AssertNumbers(0, Values(row => 1 + (row % 3)), [1.3503393686799572, -0.7010539918182097, 0.7513821728521412], 0.44626492823887154);

    [Fact]
    public void Fit_ElasticNet_EqualsReference() =>
        AssertNumbers(0.5, null, [1.4686531795740445, -0.6388674357449953, 0.3804453572284241], 0.5992311751175737);

    [Fact]
    public void Fit_Lasso_LeavesTheSameColumnOut() =>
        AssertNumbers(1, null, [1.6910587346247175, -0.5782341489153935, 0.0], 0.7486763894072703);

    [Fact]
    public void Fit_Logistic_EqualsReference() =>
        AssertClasses(0, [0.6213453981291333, 1.4288899311046568, 0.2586669687575711], -0.06346816);

    [Fact]
    public void Fit_LogisticElasticNet_EqualsReference() =>
        AssertClasses(0.5, [0.6223775317377958, 1.5767813885606743, 0.0], 0.08131396);

    [Fact]
    public void Fit_Multinomial_EqualsReference()
    {
        var target = new CategoryColumn("target", ["a", "b", "c"], [.. Enumerable.Range(0, Rows).Select(row => Number[row] > 1.2 ? 2 : Second[row] > 0 ? 1 : 0)]);
        var form = Assert.IsType<ClassLinearForm>(Fit(new TrainingSet(LearningTask.Classification, Features()) { Target = target }, 0));
        double[] expected =
        [
            -0.6422570579625706, -0.6009200292505635, -0.5031732431064312,
            -0.20540896735140904, 0.7627764200401859, -0.40368742568925625,
            0.8476660253139793, -0.16185639078962238, 0.9068606687956874,
        ];
        AssertClose(expected, form.Scores.Coefficients);
    }

    [Fact]
    public void Fit_ManyColumns_RowLossEqualsGramLoss()
    {
        // 200 columns are over the bound of the pairs; the added ones are constant but for one row and get little.
        var random = new Random(5);
        var columns = Features().Columns.Concat(Enumerable.Range(0, 200).Select(column => new NumberColumn($"noise {column}", Values(_ => random.NextDouble() * 1e-6))));
        var data = new TrainingSet(LearningTask.Regression, new Table([.. columns])) { Target = new NumberColumn("target", [.. Number]) };
        var form = Assert.IsType<NumberLinearForm>(Fit(data, 0));
        AssertClose([1.3372879137443419, -0.7059087798853145, 0.652096272093022], form.Scores.Coefficients[..3]);
    }

    private static void AssertNumbers(double l1Ratio, double[]? weights, double[] coefficients, double intercept)
    {
        var data = new TrainingSet(LearningTask.Regression, Features()) { Target = new NumberColumn("target", [.. Number]), Weights = weights };
        var form = Assert.IsType<NumberLinearForm>(Fit(data, l1Ratio));
        AssertClose([.. coefficients, intercept], [.. form.Scores.Coefficients, .. form.Scores.Intercepts]);
    }

    private static void AssertClasses(double l1Ratio, double[] coefficients, double intercept)
    {
        var target = new CategoryColumn("target", ["no", "yes"], [.. Enumerable.Range(0, Rows).Select(row => First[row] + Second[row] > (row % 2 == 1 ? 0.3 : -0.3) ? 1 : 0)]);
        var form = Assert.IsType<ClassLinearForm>(Fit(new TrainingSet(LearningTask.Classification, Features()) { Target = target }, l1Ratio));
        AssertClose([.. coefficients, intercept], [.. form.Scores.Coefficients, .. form.Scores.Intercepts]);
    }

    private static IForm Fit(TrainingSet data, double l1Ratio)
    {
        var values = ParameterValues.Default.With("penalty", 0.1).With("l1_ratio", l1Ratio).With("tolerance", 1e-9).With("max_iterations", 10_000);
        return new LinearLearner().Fit(data, values, new FitContext()).Form;
    }

    private static Table Features() => new([new NumberColumn("x", [.. First]), new NumberColumn("y", [.. Second]), new NumberColumn("z", [.. Third])]);

    private static double[] Values(Func<int, double> value) => [.. Enumerable.Range(0, Rows).Select(value)];

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], found[place], Tolerance);
        }
    }
}
