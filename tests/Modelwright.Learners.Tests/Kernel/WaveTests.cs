using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Kernel;
using Modelwright.Learners.Kernel.Waves;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Tests.Kernel;

public sealed class WaveTests
{
    private static readonly KernelSpace Space =
        new([new("x", ColumnType.Number, []), new("y", ColumnType.Number, []), new("z", ColumnType.Number, [])], [0, 0, 0], [1, 1, 1]);

    [Fact]
    public void Draw_MeanProductOfWaves_IsNearTheGaussianKernel()
    {
        const double Gamma = 0.4;
        const int Count = 4000;
        var waves = WaveDraw.Of(Space, Gamma, Count, 7);
        var place = Gen.Double[-1.5, 1.5].Array[3];
        Gen.Select(place, place).Sample((one, other) =>
        {
            var (left, right) = (new double[Count], new double[Count]);
            waves.At(one, left);
            waves.At(other, right);
            var product = 2 * left.Zip(right, (a, b) => a * b).Average();
            var kernel = Math.Exp(-Gamma * one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());

            // Products have a spread of at most 1, so four standard errors of their mean are 4 / sqrt(4000).
            Assert.Equal(kernel, product, 0.065);
        }, iter: 100);
    }

    [Fact]
    public void Draw_Directions_AreAtRightAnglesInTheirGroup()
    {
        var waves = WaveDraw.Of(Space, 1, 6, 3);
        for (var group = 0; group < 6; group += 3)
        {
            for (var one = group; one < group + 3; one++)
            {
                for (var other = group; other < one; other++)
                {
                    Assert.Equal(0, Enumerable.Range(0, 3).Sum(axis => waves.Frequencies[(3 * one) + axis] * waves.Frequencies[(3 * other) + axis]), 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Solve_AnyRightSide_IsThatOfTheMatrix() =>
        Gen.Select(Gen.Double[-2, 2].Array[5 * 8], Gen.Double[-3, 3].Array[5]).Sample((lines, side) =>
        {
            var matrix = new SymmetricMatrix(5);
            matrix.AddProducts(lines, lines, 8, 1);
            var found = (double[])side.Clone();
            matrix.Factor(0.1, default).Solve(found);
            for (var row = 0; row < 5; row++)
            {
                var sum = 0.1 * found[row];
                for (var column = 0; column < 5; column++)
                {
                    sum += matrix.Row(Math.Max(row, column))[Math.Min(row, column)] * found[column];
                }

                Assert.Equal(side[row], sum, 1e-8);
            }
        });

    [Fact]
    public void LeftOut_EachRow_IsAnsweredAsByAFitWithoutIt()
    {
        var data = Clouds.Wave(25, 3) with { Weights = [.. Enumerable.Range(0, 25).Select(row => 0.5 + (row % 3))] };
        var target = new KernelTarget(data);
        double[] places = [.. Enumerable.Range(0, 25).Select(row => ((NumberColumn)data.Features["x0"]).Values.At(row))];
        var space = new KernelSpace([new("x0", ColumnType.Number, [])], [0], [1]);
        var waves = WaveDraw.Of(space, 1, 20, 1);
        int[] all = [.. Enumerable.Range(0, 25)];
        var ridge = Summed(new(waves, places, all), target);
        var (rows, scores) = ridge.LeftOut(ridge.Solve(0.3), 25);
        Assert.Equal(all, rows);
        for (var row = 0; row < 25; row++)
        {
            var without = Summed(new(waves, places, [.. all.Where(other => other != row)]), target).Solve(0.3);
            var values = new double[20];
            waves.At(places.AsSpan(row, 1), values);
            var answer = without.Intercepts[0] + values.Select((value, wave) => Math.Sqrt(2.0 / 20) * value * without.Coefficients[0][wave]).Sum();
            Assert.Equal(answer, scores[row], 1e-8);
        }
    }

    [Fact]
    public void Fit_Wave_IsFollowedWithoutHoldingRows()
    {
        var fresh = Clouds.Wave(500, 2, noise: 0, axes: 3);
        var form = new KernelApproximationLearner().Fit(Clouds.Wave(3000, 1, axes: 3), ParameterValues.Default, new FitContext { Seed = 2 }).Form;
        Assert.True(Clouds.Error(Answers.Numbers(form, fresh.Features), fresh) < 0.1);
        Assert.False(form.Info.HoldsRows);
    }

    [Fact]
    public void Fit_Classes_SaysProbabilitiesThatHold()
    {
        var (data, fresh) = (Logits(4000, 3), Logits(4000, 4));
        var form = new KernelApproximationLearner().Fit(data, ParameterValues.Default, new FitContext()).Form;
        var answers = Answers.Probabilities(form, fresh.Features);
        var codes = ((CategoryColumn)fresh.Target!).Codes;
        foreach (var bin in Enumerable.Range(0, 4000).GroupBy(row => (int)(answers[(2 * row) + 1] * 5)).Where(rows => rows.Count() > 200))
        {
            Assert.Equal(bin.Average(row => answers[(2 * row) + 1]), bin.Average(row => codes.At(row)), 0.08);
        }
    }

    [Fact]
    public void Fit_Deadline_SaysWhereItCame()
    {
        var fitted = new KernelApproximationLearner().Fit(Clouds.Wave(1000, 5), ParameterValues.Default, new FitContext { Deadline = 0 });
        Assert.Equal("max_rows=256, penalty=0.3", fitted.Report.Decided.ToString());
        Assert.Equal(["The deadline came after 256 of 1000 rows. Give the fit more time, or ask for fewer components."], fitted.Report.Warnings);
    }

    private static WaveRidge Summed(WaveRows rows, KernelTarget target)
    {
        var ridge = new WaveRidge(rows, target, new FitContext());
        Assert.False(ridge.Sum());
        return ridge;
    }

    private static TrainingSet Logits(int rows, int seed)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, rows).Select(_ => 4 * (random.NextDouble() - 0.5))];
        int[] codes = [.. values.Select(value => random.NextDouble() < 1 / (1 + Math.Exp(-2 * value * (1 - (value * value / 4)))) ? 1 : 0)];
        return new(LearningTask.Classification, new Table([new NumberColumn("x", values)])) { Target = new CategoryColumn("y", ["no", "yes"], codes) };
    }
}
