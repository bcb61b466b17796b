using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Constant;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class ProbabilityMapTests
{
    private static readonly ProbabilityMap Steps = new() { Method = ProbabilityMap.Isotonic, Counts = [3], From = [0, 0.5, 1], To = [0.1, 0.2, 0.8] };

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.25, 0.15)]
    [InlineData(0.5, 0.2)]
    [InlineData(0.75, 0.5)]
    [InlineData(1, 0.8)]
    public void Apply_Isotonic_GoesStraightBetweenThePoints(double said, double expected) => Assert.Equal(expected, Second(Steps, said), 1e-15);

    [Fact]
    public void Apply_TemperatureOfOne_ChangesNothing() =>
        Gen.Double[0.001, 0.999].Sample(said => Assert.Equal(said, Second(new() { Method = ProbabilityMap.Temperature, Slopes = [1] }, said), 1e-12));

    [Fact]
    public void Apply_Temperature_IsThePowerScaledToOne() =>
        Gen.Select(Gen.Double[0.01, 1].Array[3], Gen.Double[0.2, 5]).Sample((raw, power) =>
        {
            double[] row = [.. raw.Select(share => share / raw.Sum())];
            double[] powers = [.. row.Select(share => Math.Pow(share, power))];
            new ProbabilityMap { Method = ProbabilityMap.Temperature, Slopes = [power] }.Apply(row, 3);
            for (var place = 0; place < 3; place++)
            {
                Assert.Equal(powers[place] / powers.Sum(), row[place], 1e-12);
            }
        });

    [Fact]
    public void Apply_Platt_IsALineOverLogOdds() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[0, 3], Gen.Double[-3, 3]).Sample((said, slope, offset) =>
        {
            var score = (slope * Math.Log(said / (1 - said))) + offset;
            Assert.Equal(1 / (1 + Math.Exp(-score)), Second(new() { Method = ProbabilityMap.Platt, Slopes = [slope], Offsets = [offset] }, said), 1e-12);
        });

    [Fact]
    public void Apply_EveryMap_KeepsRowsOfSumOneAndTheOrderOfTwoClasses() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 2]).Sample((one, other, which) =>
        {
            ProbabilityMap[] maps = [Steps, new() { Method = ProbabilityMap.Platt, Slopes = [0.3], Offsets = [1] }, new() { Method = ProbabilityMap.Temperature, Slopes = [3] }];
            double[] row = [1 - one, one];
            maps[which].Apply(row, 2);
            Assert.Equal(1, row.Sum(), 1e-12);
            Assert.True((Second(maps[which], one) - Second(maps[which], other)) * (one - other) >= 0);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Apply_CertainProbabilities_StayFinite(double said)
    {
        Assert.True(double.IsFinite(Second(new() { Method = ProbabilityMap.Platt, Slopes = [5], Offsets = [1] }, said)));
        Assert.True(double.IsFinite(Second(new() { Method = ProbabilityMap.Temperature, Slopes = [20] }, said)));
    }

    public static TheoryData<ProbabilityMap, string> Unsound => new()
    {
        { new() { Method = "other" }, "the method 'other' is not known; there are temperature, platt and isotonic" },
        { new() { Method = ProbabilityMap.Temperature, Slopes = [0] }, "a temperature has one slope, finite and above 0" },
        { new() { Method = ProbabilityMap.Platt, Slopes = [-1], Offsets = [0] }, "a line has 1 finite slopes of 0 or more and 1 finite offsets for 2 classes" },
        { new() { Method = ProbabilityMap.Platt, Slopes = [1], Offsets = [double.NaN] }, "a line has 1 finite slopes of 0 or more and 1 finite offsets for 2 classes" },
        { Steps with { Counts = [2] }, "an ascending line has points from 0 to 1 for 1 mapped classes, at most 10000 together" },
        { Steps with { Counts = [-1] }, "an ascending line has points from 0 to 1 for 1 mapped classes, at most 10000 together" },
        { Steps with { To = [0.1, 0.2, 1.5] }, "an ascending line has points from 0 to 1 for 1 mapped classes, at most 10000 together" },
        { Steps with { From = [0, 0, 1] }, "an ascending line has 2 points or more for each mapped class, each further to the right than the one before and not below it" },
        { Steps with { To = [0.3, 0.2, 0.8] }, "an ascending line has 2 points or more for each mapped class, each further to the right than the one before and not below it" },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Make_UnsoundMap_SaysWhatIsWrong(ProbabilityMap map, string fault)
    {
        var error = Assert.Throws<ArtifactException>(() => new ClassCalibratedForm(new ClassConstantForm(["no", "yes"], [0.5, 0.5]), map));

        Assert.Equal($"The map of form 'class_calibrated' is not sound: {fault}. Make the file again.", error.Message);
    }

    [Fact]
    public void Make_FormOfNumbers_IsRefused()
    {
        var error = Assert.Throws<ArtifactException>(() => new ClassCalibratedForm(new NumberConstantForm(1), Steps));

        Assert.Equal("Form 'number_constant' does not answer probabilities, which 'class_calibrated' needs. Give it one that does.", error.Message);
    }

    private static double Second(ProbabilityMap map, double said)
    {
        double[] row = [1 - said, said];
        map.Apply(row, 2);
        return row[1];
    }
}
