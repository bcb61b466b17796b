using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Kernel;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Tests.Kernel;

public sealed class KernelSvmLearnerTests
{
    [Fact]
    public void Fit_Wave_IsFollowed()
    {
        var fresh = Clouds.Wave(300, 2, noise: 0);
        var form = Fit(Clouds.Wave(300, 1), ("cost", 10), ("epsilon", 0.02)).Form;
        Assert.True(Clouds.Error(Answers.Numbers(form, fresh.Features), fresh) < 0.15);
    }

    [Fact]
    public void Fit_FreeError_LeavesRowsOut()
    {
        var (narrow, wide) = (Fit(Clouds.Wave(300, 1), ("epsilon", 0.001)), Fit(Clouds.Wave(300, 1), ("epsilon", 0.5)));
        Assert.True(Support(wide) < Support(narrow) / 3, $"{Support(wide)} of {Support(narrow)}");
    }

    [Fact]
    public void Fit_ThreeClasses_AreToldApart()
    {
        var (data, fresh) = (Turned(600, 3), Turned(600, 4));
        var form = Fit(data, ("cost", 10)).Form;
        Assert.True(Clouds.Accuracy(Answers.Probabilities(form, fresh.Features), fresh) > 0.93);
        Assert.True(form.Info.HoldsRows);
    }

    [Fact]
    public void Fit_InnerFolds_MakeProbabilitiesLessCertain()
    {
        // Classes are chance: what the fit says of its own rows is far from what it says of others.
        var random = new Random(6);
        double[] values = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())];
        var data = new TrainingSet(LearningTask.Classification, new Table([new NumberColumn("x", values)])) { Target = new CategoryColumn("y", ["no", "yes"], [.. values.Select(_ => random.Next(2))]) };
        double Certainty(int folds) => Answers.Probabilities(Fit(data, ("inner_folds", folds), ("gamma", 100), ("cost", 100)).Form, data.Features).Average(share => Math.Abs(share - 0.5));
        Assert.True(Certainty(3) < 0.1, $"certainty {Certainty(3)}");
        Assert.True(Certainty(0) > 0.12, $"certainty {Certainty(0)}");
    }

    [Fact]
    public void Fit_MoreRowsThanMayBe_LearnsFromADraw()
    {
        var fitted = Fit(Clouds.Wave(2000, 7), ("max_rows", 100), ("epsilon", 0.0001));
        Assert.InRange(Support(fitted), 50, 100);
    }

    [Fact]
    public void Fit_TooFewPairs_SaysWhatToDo() =>
        Assert.Equal(
            ["The optimiser had not converged after 5 pairs of rows. Raise max_iterations or tolerance, or lower cost."],
            Fit(Clouds.Wave(100, 1), ("max_iterations", 5)).Report.Warnings);

    [Fact]
    public void Fit_Deadline_SaysWhereItCame()
    {
        var fitted = new KernelSvmLearner().Fit(Turned(3000, 8), ParameterValues.Default, new FitContext { Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal(0, fitted.Report.Decided.Number(ParameterSpec.Integer("inner_folds", (0, 10), 3, "")));
        Assert.Single(fitted.Report.Warnings);
    }

    private static Fitted Fit(TrainingSet data, params (string Name, double Value)[] values) =>
        new KernelSvmLearner().Fit(data, values.Aggregate(ParameterValues.Default, (setting, value) => setting.With(value.Name, value.Value)), new FitContext { Seed = 1 });

    private static int Support(Fitted fitted) => ((NumberKernelForm)fitted.Form).Expansion.Functions;

    /// <summary>Three classes by the third of the circle that a row lies in, at lengths within 1.</summary>
    private static TrainingSet Turned(int rows, int seed)
    {
        var random = new Random(seed);
        double[][] values = [new double[rows], new double[rows]];
        var codes = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var (angle, length) = (random.NextDouble() * 2 * Math.PI, Math.Sqrt(random.NextDouble()));
            (values[0][row], values[1][row], codes[row]) = (length * Math.Cos(angle), length * Math.Sin(angle), (int)(angle / (2 * Math.PI) * 3));
        }

        return new(LearningTask.Classification, new Table([new NumberColumn("x", values[0]), new NumberColumn("y", values[1])])) { Target = new CategoryColumn("third", ["a", "b", "c"], codes) };
    }
}
