using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Onnx.Tests.Operations;

/// <summary>Operations place by place through ONNX Runtime, against values known otherwise.</summary>
public sealed class ElementTests
{
    private const double Infinite = double.PositiveInfinity;

    /// <summary>Exponentials and logarithms are those of the machine: right to a few units in the last place.</summary>
    private const double Close = 1e-14;

    private static readonly double[] Wide = [-1e300, -745, -100.5, -2, -1, -0.5, -1e-12, 0, 1e-300, 1e-12, 0.25, 0.5, 1, 1.5, 3, 21, 700, 1e9, 1e300];

    [Theory]
    [InlineData(FormulaOperation.Add, 5)]
    [InlineData(FormulaOperation.Subtract, 1)]
    [InlineData(FormulaOperation.Multiply, 6)]
    [InlineData(FormulaOperation.Divide, 1.5)]
    [InlineData(FormulaOperation.Minimum, 2)]
    [InlineData(FormulaOperation.Maximum, 3)]
    [InlineData(FormulaOperation.AtMost, 0)]
    [InlineData(FormulaOperation.Below, 0)]
    [InlineData(FormulaOperation.Same, 0)]
    public void OfTwo_ThreeAndTwo(FormulaOperation operation, double expected) =>
        Assert.Equal([expected], Exported.For(builder => builder.Of(operation, builder.X(), builder.Constant(2)), 3));

    [Theory]
    [InlineData(FormulaOperation.Add)]
    [InlineData(FormulaOperation.Subtract)]
    [InlineData(FormulaOperation.Multiply)]
    [InlineData(FormulaOperation.Divide)]
    [InlineData(FormulaOperation.Minimum)]
    [InlineData(FormulaOperation.Maximum)]
    public void OfTwo_OneMissing_IsMissing(FormulaOperation operation)
    {
        Assert.Equal([double.NaN], Exported.For(builder => builder.Of(operation, builder.X(), builder.Constant(2)), double.NaN));
        Assert.Equal([double.NaN], Exported.For(builder => builder.Of(operation, builder.Constant(2), builder.X()), double.NaN));
        Assert.Equal([double.NaN], Exported.For(builder => builder.Of(operation, builder.X(), builder.Of(FormulaOperation.Absolute, builder.Constant(2))), double.NaN));
        Assert.Equal([double.NaN], Exported.For(builder => builder.Of(operation, builder.Of(FormulaOperation.Absolute, builder.Constant(2)), builder.X()), double.NaN));
        Assert.Equal([double.NaN], Exported.For(builder => builder.Of(operation, builder.X(), builder.Constant(double.NaN)), 2));
    }

    [Theory]
    [InlineData(FormulaOperation.AtMost, 1)]
    [InlineData(FormulaOperation.Below, 0)]
    [InlineData(FormulaOperation.Same, 1)]
    public void Comparison_OfEquals(FormulaOperation operation, double expected) =>
        Assert.Equal([expected, 0], Exported.For(builder => builder.Of(operation, builder.X(), builder.Constant(0.1)), 0.1, double.NaN));

    [Fact]
    public void Minimum_OfTwoColumns_IsTheSmaller() =>
        Assert.Equal([-3, -2], Exported.For(builder => builder.Of(FormulaOperation.Minimum, builder.X(), builder.Of(FormulaOperation.Subtract, builder.Constant(0), builder.X())), 3, -2));

    [Fact]
    public void Maximum_OfTwoColumns_IsTheLarger() =>
        Assert.Equal([3, 2], Exported.For(builder => builder.Of(FormulaOperation.Maximum, builder.X(), builder.Of(FormulaOperation.Subtract, builder.Constant(0), builder.X())), 3, -2));

    [Fact]
    public void Choose_ByFlagOrByNumber_TakesFirstWhereNotZero()
    {
        Assert.Equal([7, 8], Exported.For(builder => builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Missing, builder.X()), builder.Constant(7), builder.Constant(8)), double.NaN, 1));
        Assert.Equal([7, 8], Exported.For(builder => builder.Of(FormulaOperation.Choose, builder.X(), builder.Constant(7), builder.Constant(8)), 1, 0));
    }

    [Fact]
    public void Choose_OfWideValues_TakesPlaceByPlace() =>
        Assert.Equal([1, 9, 3], Exported.For(builder => builder.Of(FormulaOperation.Choose, builder.Constants([1, 0, 1]), builder.Constants([1, 2, 3]), builder.X()), 9));

    [Fact]
    public void Missing_UsedAsNumber_IsOneOrZero() =>
        Assert.Equal([10, 0], Exported.For(builder => builder.Of(FormulaOperation.Multiply, builder.Of(FormulaOperation.Missing, builder.X()), builder.Constant(10)), double.NaN, 3));

    [Fact]
    public void OneNumber_BesideSeveral_CountsForEach() =>
        Assert.Equal([11, 12, 13, 21, 22, 23], Exported.For(builder => builder.Of(FormulaOperation.Add, builder.X(), builder.Constants([1, 2, 3])), 10, 20));

    [Fact]
    public void Join_OfColumnsAndConstants_StandsSideBySide() =>
        Assert.Equal([4, 1, 2, 4, 5, 1, 2, 5], Exported.For(builder => builder.Join([builder.X(), builder.Constants([1, 2]), builder.X()]), 4, 5));

    [Fact]
    public void Take_SomePlaces_InTheirOrder() =>
        Assert.Equal([3, 4, 3], Exported.For(builder => builder.Take(builder.Join([builder.X(), builder.Constants([2, 3])]), 2, 0, 2), 4));

    [Fact]
    public void Sum_AddsAllPlaces() => Assert.Equal([9], Exported.For(builder => builder.Over(FormulaOperation.Sum, builder.Join([builder.X(), builder.Constants([2, 3])])), 4));

    [Fact]
    public void Largest_TakesOne() => Assert.Equal([4, 3], Exported.For(builder => builder.Over(FormulaOperation.Largest, builder.Join([builder.X(), builder.Constants([2, 3])])), 4, -4));

    [Fact]
    public void AbsoluteAndSquareRoot_KnownValues()
    {
        Assert.Equal([2.5, double.NaN], Exported.For(builder => builder.Of(FormulaOperation.Absolute, builder.X()), -2.5, double.NaN));
        Assert.Equal([Math.Sqrt(2), double.NaN], Exported.For(builder => builder.Of(FormulaOperation.SquareRoot, builder.X()), 2, -1));
    }

    [Fact]
    public void Exponential_WideRange_IsThatOfTheRuntime()
    {
        Near(FormulaOperation.Exponential, PortableMath.Exp);
        Assert.Equal([Infinite, double.NaN], Exported.For(builder => builder.Of(FormulaOperation.Exponential, builder.X()), 709.79, double.NaN));
        Assert.InRange(Exported.For(builder => builder.Of(FormulaOperation.Exponential, builder.X()), -800)[0], 0, 1e-300);
    }

    [Fact]
    public void Logarithm_WideRange_IsThatOfTheRuntime()
    {
        Near(FormulaOperation.Logarithm, PortableMath.Log);
        Assert.Equal([double.NegativeInfinity, double.NaN, double.NaN], Exported.For(builder => builder.Of(FormulaOperation.Logarithm, builder.X()), 0, -1, double.NaN));
    }

    [Fact]
    public void LogarithmOfOnePlus_WideRange_IsThatOfTheRuntime()
    {
        Near(FormulaOperation.LogarithmOfOnePlus, PortableMath.Log1p);
        Assert.Equal([double.NegativeInfinity, double.NaN, 1e-20], Exported.For(builder => builder.Of(FormulaOperation.LogarithmOfOnePlus, builder.X()), -1, -1.5, 1e-20));
    }

    [Fact]
    public void Sigmoid_WideRange_IsThatOfTheRuntime()
    {
        Near(FormulaOperation.Sigmoid, PortableMath.Sigmoid);
        Assert.Equal([0.5, 1, double.NaN], Exported.For(builder => builder.Of(FormulaOperation.Sigmoid, builder.X()), 0, 800, double.NaN));
    }

    [Fact]
    public void CosineOfTurns_AnyAngle_IsThatOfTheRuntime()
    {
        double[] turns = [0, 0.25, 0.5, 0.75, 1, -0.125, 1e-9, 3.3, -1234.567, 4.5e15];

        var cosines = Exported.For(builder => builder.Of(FormulaOperation.CosineOfTurns, builder.X()), turns);

        Assert.All(turns.Zip(cosines), pair => Assert.Equal(PortableMath.CosineOfTurns(pair.First), pair.Second, 2e-16));
        Assert.Equal([double.NaN], Exported.For(builder => builder.Of(FormulaOperation.CosineOfTurns, builder.X()), double.NaN));
    }

    /// <summary>Source of the values: tables of the normal distribution, to the digits of a double.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.025, -1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-300, -37.0471)]
    public void NormalQuantile_KnownShares(double share, double expected) =>
        Assert.Equal(expected, Exported.For(builder => builder.Of(FormulaOperation.NormalQuantile, builder.X()), share)[0], Math.Abs(expected) > 30 ? 1e-4 : 1e-14);

    [Fact]
    public void NormalQuantile_OfWideAndMissingValues_GoesPlaceByPlace()
    {
        var values = Exported.For(builder => builder.Of(FormulaOperation.NormalQuantile, builder.Join([builder.X(), builder.Constants([0.5, 0.975])])), 0.025, double.NaN);

        Assert.Equal([-1.959963984540054, 0, 1.959963984540054, double.NaN, 0, 1.959963984540054], values, (one, two) => one.Equals(two) || Math.Abs(one - two) < 1e-14);
    }

    [Fact]
    public void Single_IsTheNearestSinglePrecisionNumber() =>
        Assert.Equal([0.1f, 16777216, Infinite, double.NaN], Exported.For(builder => builder.Of(FormulaOperation.Single, builder.X()), 0.1, 16777217, 1e39, double.NaN));

    [Theory]
    [InlineData(FormulaOperation.Mish)]
    [InlineData(FormulaOperation.Selu)]
    public void Activation_WideRange_IsThatOfTheNetworkToTheBit(FormulaOperation operation)
    {
        double[] values = [.. Enumerable.Range(-1000, 2001).Select(place => (double)(float)(place * 0.11)), 1e10f, -1e10f, 1e-30f];

        Assert.Equal(Evaluated(builder => builder.Of(operation, builder.X()), values), Exported.For(builder => builder.Of(operation, builder.X()), values));
    }

    [Fact]
    public void Mish_OfAMissingNumber_IsMissing() => Assert.Equal([double.NaN, 0], Exported.For(builder => builder.Of(FormulaOperation.Mish, builder.X()), double.NaN, 0));

    /// <summary>The network leaves open what becomes of it; the other rows are to be answered all the same.</summary>
    [Fact]
    public void Selu_OfAMissingNumber_LeavesOtherRowsAlone() => Assert.Equal(0, Exported.For(builder => builder.Of(FormulaOperation.Selu, builder.X()), double.NaN, 0)[1]);

    /// <summary>1.0507 and 1.67326 are λ and α of the unit; mish of 1 is tanh(ln(1 + e)).</summary>
    [Fact]
    public void Activation_KnownValues()
    {
        AssertNear([0, 0.8650983882673103, -0.30340146137410895, 50], Exported.For(builder => builder.Of(FormulaOperation.Mish, builder.X()), 0, 1, -1, 50), 1e-6);
        AssertNear([0, 1.0507009873554805, -1.1113307378125628], Exported.For(builder => builder.Of(FormulaOperation.Selu, builder.X()), 0, 1, -1), 1e-6);
    }

    private static double[] Evaluated(Func<FormulaBuilder, FormulaNode> make, double[] values)
    {
        var output = new double[values.Length];
        new FormulaEvaluation(Exported.Of(make, Exported.Number())).Answer(Exported.Rows(values), output, TestContext.Current.CancellationToken);
        return output;
    }

    private static void Near(FormulaOperation operation, Func<double, double> expected)
    {
        var values = Exported.For(builder => builder.Of(operation, builder.X()), Wide);

        Assert.All(Wide.Zip(values), pair => Assert.True(
            expected(pair.First).Equals(pair.Second) || Math.Abs(expected(pair.First) - pair.Second) <= (Close * Math.Abs(expected(pair.First))) + 1e-300,
            $"{operation} of {pair.First} is {pair.Second} and not {expected(pair.First)}"));
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance = 1e-15) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
