using Modelwright.Core.Errors;
using Modelwright.Recording.Answering;
using Modelwright.Validation.Answering;

namespace Modelwright.Tests.Validation.Answering;

public sealed class AnsweringFaultsTests
{
    private static readonly string[] Two = ["no", "yes"];
    private static readonly Dictionary<string, IReadOnlyDictionary<string, double>> Costs = new()
    {
        ["yes"] = new Dictionary<string, double> { ["no"] = 50 },
        ["no"] = new Dictionary<string, double> { ["yes"] = 5 },
    };

    [Fact]
    public void Of_Usual_IsSound() => Assert.Empty(AnsweringFaults.Of(AnsweringPlan.Usual));

    [Fact]
    public void Of_Faults_AreToldTogether() => Assert.Equal(
        [
            "Calibration must be one of: auto, none, temperature, platt, isotonic. Did you mean 'platt'? Got 'plat'.",
            "A threshold cannot be tuned for 'recall'. Choose one of: accuracy, balanced_accuracy, f1, mcc; precision and recall alone are best at an end, and other metrics do not look at the answered class.",
            "Both a threshold and costs are told, and each says which class is answered. Use one of --threshold-for and --cost.",
            "Coverage must be from 0.5 to 0.999. Got 90. 0.9 makes intervals and sets that hold the truth in nine rows of ten.",
        ],
        AnsweringFaults.Of(new() { Calibration = "plat", ThresholdFor = "recall", Costs = Costs, Coverage = 90 }));

    [Fact]
    public void Check_ForNumbers_RefusesWhatIsForClasses()
    {
        const string Text = "Calibration, thresholds and costs are for classes, but the target is a number. Leave --calibration, --threshold-for and --cost out; intervals come with every model of numbers.";

        foreach (var told in new AnsweringPlan[] { new() { Calibration = "platt" }, new() { ThresholdFor = "f1" }, new() { Costs = Costs } })
        {
            Assert.Equal(Text, Assert.Throws<OptionsException>(() => AnsweringFaults.Check(told, [])).Message);
        }

        AnsweringFaults.Check(new() { Coverage = 0.8, Calibration = "none" }, []);
        AnsweringFaults.Check(null, []);
    }

    [Fact]
    public void Check_ThresholdForMoreClasses_IsRefused() => Assert.Equal(
        "A threshold is for two classes, but the target has 3. Leave --threshold-for out, or give --cost for any number of classes.",
        Assert.Throws<OptionsException>(() => AnsweringFaults.Check(new() { ThresholdFor = "f1" }, ["a", "b", "c"])).Message);

    [Fact]
    public void Check_CostsOfTheClasses_AreTaken() => AnsweringFaults.Check(new() { Costs = Costs }, Two);
}
