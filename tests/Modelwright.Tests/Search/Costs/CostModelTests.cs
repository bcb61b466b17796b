using Modelwright.Core.Learning;
using Modelwright.Search.Costs;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search.Costs;

public sealed class CostModelTests
{
    private static readonly ShareLearner Learner = new("one") { Cost = new(2, 1) };
    private static readonly Candidate Tried = new(Learner, ParameterValues.Default, 0, 0);

    private readonly CostModel _costs = new(SmallTables.LabelledClasses(100), splits: 1, trainingShare: 0.7, threads: 1);

    [Fact]
    public void Measure_DoneTrial_LaterOnesAreExpectedToTakeAsLong()
    {
        _costs.Measure(Tried, seconds: 1, isCutShort: false);
        Assert.Equal(1, _costs.Expect(Learner, ParameterValues.Default), 1e-9);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(6, 6)]
    public void Measure_TrialThatTheClockEnded_TellsOnlyThatItTakesLonger(double seconds, double expected)
    {
        _costs.Measure(Tried, seconds, isCutShort: true);
        Assert.Equal(expected, _costs.Expect(Learner, ParameterValues.Default), 1e-9);
    }
}
