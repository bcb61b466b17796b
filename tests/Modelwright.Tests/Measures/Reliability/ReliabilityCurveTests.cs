using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Measures.Reliability;
using Modelwright.Tests.Validation.Answering;

namespace Modelwright.Tests.Measures.Reliability;

public sealed class ReliabilityCurveTests
{
    [Fact]
    public void Of_HonestProbabilities_DebiasedErrorIsZeroOnAverageAndThePlainOneIsNot()
    {
        const int Runs = 300;
        var curves = Enumerable.Range(0, Runs).Select(seed => ReliabilityCurve.Of(SimulatedAnswers.Two(500, seed, truth => truth).Answers)).ToArray();

        // The lower end is 0 unless chance is ruled out, one-sided at 2.5 %.
        Assert.InRange(curves.Count(curve => curve.Lower > 0), 0, Runs * 7 / 100);
        Assert.InRange(curves.Average(curve => curve.Expected), 0.04, 0.1);
        Assert.True(curves.Average(curve => curve.Debiased) < 0.5 * curves.Average(curve => curve.Expected));
    }

    [Fact]
    public void Of_WrongProbabilities_IntervalHoldsTheErrorOfManyRows()
    {
        const int Runs = 300;
        var truth = ReliabilityCurve.Of(SimulatedAnswers.Two(400_000, 1, share => share * share).Answers).Debiased;
        var held = Enumerable.Range(0, Runs)
            .Select(seed => ReliabilityCurve.Of(SimulatedAnswers.Two(1_000, 10 + seed, share => share * share).Answers))
            .Count(curve => curve.Lower <= truth && truth <= curve.Upper);

        Assert.InRange(truth, 0.1, 0.2);
        Assert.InRange((double)held / Runs, 0.92, 0.98);
    }

    [Fact]
    public void Of_AnyAnswers_BinsHoldEveryRowOnceInOrder() =>
        Gen.Select(Gen.Int[2, 400], Gen.Int[1, 30], Gen.Int[0, 1000]).Sample((rows, bins, seed) =>
        {
            var curve = ReliabilityCurve.Of(SimulatedAnswers.Two(rows, seed, truth => Math.Round(truth, 1)).Answers, bins);
            Assert.Equal(rows, curve.Bins.Sum(bin => bin.Rows));
            Assert.All(curve.Bins, bin => Assert.True(bin.From <= bin.Predicted + 1e-12 && bin.Predicted <= bin.To + 1e-12 && bin.Lower <= bin.Observed && bin.Observed <= bin.Upper));
            Assert.All(curve.Bins.Zip(curve.Bins.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            Assert.InRange(curve.Bins.Count, 1, bins);
        });

    [Fact]
    public void Of_KnownRows_AddsUpAsWrittenDown()
    {
        // Two bins: said 0.2, came 1 of 4; said 0.8, came 4 of 4. Chance takes 0.25 x 0.75 / 3 off the first.
        var answers = new ClassAnswers(["no", "yes"], [0, 0, 0, 1, 1, 1, 1, 1], [.. Enumerable.Repeat(new[] { 0.8, 0.2 }, 4).Concat(Enumerable.Repeat(new[] { 0.2, 0.8 }, 4)).SelectMany(row => row)]);
        var curve = ReliabilityCurve.Of(answers, 2);

        Assert.Equal(0.125, curve.Expected, 1e-12);
        Assert.Equal(0, curve.Debiased);
        Assert.Equal([0.25, 1], curve.Bins.Select(bin => bin.Observed));
        Assert.Equal((((0.05 * 0.05) - 0.0625) + 0.04) / 2 < 0, curve.Debiased == 0);
    }

    [Fact]
    public void Of_MoreClasses_LooksAtTheMostProbable()
    {
        var curve = ReliabilityCurve.Of(SimulatedAnswers.Many(20_000, 4, 1, power: 3));

        // Too sure: said more often than it came true.
        Assert.All(curve.Bins.Skip(3), bin => Assert.True(bin.Predicted > bin.Observed));
        Assert.True(curve.Lower > 0.05);
    }

    [Fact]
    public void Of_NoRowThatCounts_SaysSo()
    {
        var answers = SimulatedAnswers.Two(3, 1, truth => truth).Answers with { Weights = [0, 0, 0] };

        Assert.Equal("No row has a weight above 0, so there is no reliability to look at. Bring rows that count.", Assert.Throws<DataException>(() => ReliabilityCurve.Of(answers)).Message);
    }
}
