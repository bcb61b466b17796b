using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Kernel;
using Modelwright.Learners.Kernel.Vectors;

namespace Modelwright.Learners.Tests.Kernel;

/// <summary>Solutions are proved by themselves: where the primal and the dual objective meet, both are the optimum.</summary>
public sealed class SmoTests
{
    private const double Gamma = 0.7;

    /// <summary>Pairs may break their conditions by 1e-8; the gap of the objectives follows times the sum of the variables.</summary>
    private const double Tolerance = 1e-5;

    private static readonly VectorSettings Settings = new() { Cost = 2, Epsilon = 0.2, Tolerance = 1e-8 };

    [Fact]
    public void Solve_FourCornersOfTheExclusiveOr_HaveTheVariablesOfTheirSymmetry()
    {
        // All four variables are alike, and each row of Q sums to 1 - 2 near + far.
        var target = Classes([0, 1, 1, 0], null);
        var solver = Solve([0, 0, 0, 1, 1, 0, 1, 1], SmoProblem.Classes(target, 0, Settings with { Cost = 100 }, _ => false), out _);
        var expected = 1 / (1 - (2 * Math.Exp(-Gamma)) + Math.Exp(-2 * Gamma));
        Assert.All(solver.Alpha.ToArray(), alpha => Assert.Equal(expected, alpha, 1e-5));
        Assert.Equal(0, solver.Intercept(), 1e-6);
    }

    [Fact]
    public void Solve_Classes_HasNoGapBetweenTheObjectives() =>
        Gen.Select(Gen.Double[-2, 2].Array[2 * 12], Gen.Int[0, 1].Array[12], Gen.Double[0.1, 3].Array[12]).Sample((places, codes, weights) =>
        {
            var target = Classes(codes, weights);
            var problem = SmoProblem.Classes(target, 0, Settings, _ => false);
            var solver = Solve(places, problem, out var kernel);
            var intercept = solver.Intercept();
            var hinge = Enumerable.Range(0, 12).Sum(row => problem.Bounds[row] * Math.Max(0, 1 - (problem.Signs[row] * (solver.Score(row) + intercept))));
            var dual = Sum(solver.Alpha) - (Norm(solver, kernel, 12) / 2);
            AssertSolved(solver, problem, Norm(solver, kernel, 12) / 2 + hinge, dual);
        }, iter: 200);

    [Fact]
    public void Solve_Numbers_HasNoGapBetweenTheObjectives() =>
        Gen.Select(Gen.Double[-2, 2].Array[2 * 10], Gen.Double[-3, 3].Array[10], Gen.Double[0.1, 3].Array[10]).Sample((places, numbers, weights) =>
        {
            var target = Numbers(numbers, weights);
            var problem = SmoProblem.Numbers(target, Settings);
            var solver = Solve(places, problem, out var kernel);
            var intercept = solver.Intercept();
            var loss = Enumerable.Range(0, 10).Sum(row => problem.Bounds[row] * Math.Max(0, Math.Abs(target.Numbers[row] - solver.Score(row) - intercept) - Settings.Epsilon));
            var fits = Enumerable.Range(0, 10).Sum(row => solver.Coefficient(row) * target.Numbers[row]);
            var dual = fits - (Settings.Epsilon * Sum(solver.Alpha)) - (Norm(solver, kernel, 10) / 2);
            AssertSolved(solver, problem, Norm(solver, kernel, 10) / 2 + loss, dual);
        }, iter: 200);

    [Fact]
    public void Solve_RowsLeftOut_IsTheSolutionOfTheOthers()
    {
        double[] places = [0, 0, 1, 0.5, -1, 2, 0.3, -0.7, 2, 2, -2, 0.1];
        var all = Solve(places, SmoProblem.Classes(Classes([0, 1, 0, 1, 1, 0], null), 0, Settings, row => row >= 4), out _);
        var others = Solve(places[..8], SmoProblem.Classes(Classes([0, 1, 0, 1], null), 0, Settings, _ => false), out _);
        Assert.Equal(others.Alpha.ToArray(), all.Alpha[..4].ToArray(), (left, right) => Math.Abs(left - right) < 1e-6);
        Assert.Equal([0, 0], all.Alpha[4..].ToArray());
    }

    [Fact]
    public void Solve_RoomForTwoRowsOnly_GivesTheSameBits()
    {
        var random = new Random(4);
        double[] places = [.. Enumerable.Range(0, 120).Select(_ => random.NextDouble())];
        var problem = SmoProblem.Classes(Classes([.. Enumerable.Range(0, 40).Select(_ => random.Next(2))], null), 0, Settings, _ => false);
        SmoSolver[] solvers = [new(new KernelRows(places, 3, Gamma, 1e9), problem), new(new KernelRows(places, 3, Gamma, 0), problem)];
        Array.ForEach(solvers, solver => solver.Advance(100_000));
        Assert.Equal(solvers[0].Alpha.ToArray(), solvers[1].Alpha.ToArray());
    }

    [Fact]
    public void Kernel_Rows_AreTheGaussianOfDistances()
    {
        double[] places = [0, 0, 1, 2, -1, 0.5, 3, 3, 0, 1];
        var kernel = new KernelRows(places, 2, Gamma, 1e6);
        for (var one = 0; one < 5; one++)
        {
            var row = kernel.Row(one).ToArray();
            double[] expected = [.. Enumerable.Range(0, 5).Select(other => Gaussian(places, one, other))];
            Assert.Equal(expected, row.Select(likeness => (double)likeness), (left, right) => Math.Abs(left - right) < 1e-6);
        }
    }

    private static double Gaussian(double[] places, int one, int other) =>
        Math.Exp(-Gamma * (Math.Pow(places[2 * one] - places[2 * other], 2) + Math.Pow(places[(2 * one) + 1] - places[(2 * other) + 1], 2)));

    private static void AssertSolved(SmoSolver solver, SmoProblem problem, double primal, double dual)
    {
        Assert.True(solver.HasConverged);
        Assert.Equal(primal, dual, Tolerance * Math.Max(1, Math.Abs(primal)));
        Assert.Equal(0, solver.Alpha.ToArray().Select((alpha, variable) => alpha * problem.Signs[variable]).Sum(), 1e-9);
        Assert.All(solver.Alpha.ToArray().Zip(problem.Bounds), pair => Assert.InRange(pair.First, 0, pair.Second));
    }

    private static SmoSolver Solve(double[] places, SmoProblem problem, out KernelRows kernel)
    {
        kernel = new KernelRows(places, 2, Gamma, 1e6);
        var solver = new SmoSolver(kernel, problem);
        solver.Advance(1_000_000);
        return solver;
    }

    private static double Norm(SmoSolver solver, KernelRows kernel, int rows)
    {
        var sum = 0.0;
        for (var one = 0; one < rows; one++)
        {
            for (var other = 0; other < rows; other++)
            {
                sum += solver.Coefficient(one) * solver.Coefficient(other) * kernel.Row(one)[other];
            }
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static KernelTarget Classes(int[] codes, double[]? weights) =>
        new(new TrainingSet(LearningTask.Classification, Features(codes.Length)) { Target = new CategoryColumn("y", ["no", "yes"], codes), Weights = weights });

    private static KernelTarget Numbers(double[] numbers, double[] weights) =>
        new(new TrainingSet(LearningTask.Regression, Features(numbers.Length)) { Target = new NumberColumn("y", numbers), Weights = weights });

    private static Table Features(int rows) => new([new NumberColumn("x", new double[rows])]);
}
