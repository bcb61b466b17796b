using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Forms.Pipelines;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class KernelFormTests
{
    [Fact]
    public void Predict_Points_AddsWhatIsNear()
    {
        // At (1, 1) the squared distances are 2, 1, 1, 5 and 8.
        var expected = 7 + Math.Exp(-1) - (2 * Math.Exp(-0.5)) + (3 * Math.Exp(-0.5)) + (0.5 * Math.Exp(-2.5)) + (0.25 * Math.Exp(-4));
        Assert.Equal(expected, Predict(KernelForms.Numbers, 20, 41), 1e-14);
    }

    [Fact]
    public void Predict_MissingValue_CountsAsTheCentre() =>
        Assert.Equal(Predict(KernelForms.Numbers, 10, 41), Predict(KernelForms.Numbers, double.NaN, 41));

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e300)]
    public void Predict_FarAway_OnlyTheInterceptIsLeft(double tenure) => Assert.Equal(7, Predict(KernelForms.Numbers, tenure, 40));

    [Fact]
    public void Predict_Waves_AreCosinesOfTurns()
    {
        // At (1, 0.5) the waves stand at 0.25, 0.5 and 0.5625 turns.
        var expected = 1 + (2 * Math.Cos(Math.PI / 2)) + (3 * Math.Cos(Math.PI)) - Math.Cos(1.125 * Math.PI);
        Assert.Equal(expected, Predict(KernelForms.WaveNumbers, 20, 40.5), 1e-14);
    }

    [Fact]
    public void Predict_WaveOfTooManyTurns_IsNought()
    {
        var form = new NumberKernelForm(KernelForms.Waves with { Frequencies = [1e300, 0, 0, 0, 0, 0] });
        Assert.Equal(1 + 0 + (3 * Math.Cos(Math.PI / 2)) + 1, Predict(form, 20, 40), 1e-14);
    }

    [Fact]
    public void PredictProbabilities_ThreeClasses_AreSoftmaxOfTheSums()
    {
        var output = new double[3];
        KernelForms.Classes.PredictProbabilities(KernelForms.Row(10, 40), output);
        var far = Math.Exp(-0.5);
        double[] powers = [Math.Exp(0.5 + 1), Math.Exp(-0.5 + far), Math.Exp(-1 - far)];
        Assert.Equal([.. powers.Select(power => power / powers.Sum())], output, (left, right) => Math.Abs(left - right) < 1e-14);
    }

    [Fact]
    public void Info_Points_SayThatTheyHoldRowsAndWavesThatTheyDoNot()
    {
        IForm[] holding = [KernelForms.Numbers, KernelForms.Classes];
        IForm[] free = [KernelForms.WaveNumbers, KernelForms.WaveClasses];
        Assert.All(holding, form => Assert.True(form.Info.HoldsRows && PipelineForm.Of([], form).Info.HoldsRows));
        Assert.All(free, form => Assert.False(form.Info.HoldsRows));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "coefficients", "Form 'number_kernel' has 2 coefficients for 1 outputs and 3 functions. Give one for each output and function, and at least one output." },
        { "finite", "A coefficient or intercept of form 'number_kernel' is not finite. Make the model again." },
        { "centers", "Form 'number_kernel' has 1 centres and 2 scales for 2 inputs. Give one of each an input." },
        { "scales", "A centre of form 'number_kernel' is not finite, or a scale is not a finite number of 0 or more. Make the model again." },
        { "category", "Form 'number_kernel' reads numbers; input 'Plan' is not one. Turn it into numbers by a step." },
        { "points", "Form 'number_kernel' has 4 places of 5 points on 2 axes, or one that is not finite, or a gamma that is not a finite number of 0 or more. Make the model again." },
        { "gamma", "Form 'number_kernel' has 10 places of 5 points on 2 axes, or one that is not finite, or a gamma that is not a finite number of 0 or more. Make the model again." },
        { "frequencies", "Form 'number_kernel' has 1 frequencies of 3 waves on 2 axes, or one or a phase that is not finite. Make the model again." },
        { "outputs", "Form 'number_kernel' answers one number; the sum has 3 outputs. Give it one." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Make_UnsoundSums_SaysWhatIsWrong(string fault, string expected)
    {
        Expansion unsound = fault switch
        {
            "coefficients" => KernelForms.Waves with { Coefficients = [1, 2] },
            "finite" => KernelForms.Points with { Intercepts = [double.PositiveInfinity] },
            "centers" => KernelForms.Points with { Space = KernelForms.Space with { Centers = [1] } },
            "scales" => KernelForms.Points with { Space = KernelForms.Space with { Scales = [1, -1] } },
            "category" => KernelForms.Points with { Space = KernelForms.Space with { Inputs = [KernelForms.Space.Inputs[0], new("Plan", ColumnType.Category, ["basic"])] } },
            "points" => KernelForms.Points with { Points = [1, 2, 3, 4] },
            "gamma" => KernelForms.Points with { Gamma = double.NaN },
            "frequencies" => KernelForms.Waves with { Frequencies = [1] },
            _ => KernelForms.ThreeOutputs,
        };
        Assert.Equal(expected, Assert.Throws<ArtifactException>(() => new NumberKernelForm(unsound)).Message);
    }

    private static double Predict(NumberKernelForm form, double tenure, double age)
    {
        var output = new double[1];
        form.Predict(KernelForms.Row(tenure, age), output);
        return output[0];
    }
}
