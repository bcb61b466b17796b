using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Tests.Numerics;

public sealed class PortableMathTests
{
    /// <summary>Units in the last place; the platform's own functions are right to about one half to one.</summary>
    private const double Tolerance = 2.5;

    /// <summary>The hyperbolic tangent is a quotient of two rounded sums.</summary>
    private const double TanhTolerance = 5;

    [Fact]
    public void Exp_WholeRange_AgreesWithPlatform() => Sweep(-745, 709.7, PortableMath.Exp, Math.Exp);

    [Fact]
    public void Exp_NearZero_AgreesWithPlatform() => Sweep(-1, 1, PortableMath.Exp, Math.Exp);

    [Fact]
    public void Log_WholeRange_AgreesWithPlatform() => Sweep(-708, 709, x => PortableMath.Log(Math.Exp(x)), x => Math.Log(Math.Exp(x)));

    [Fact]
    public void Log_NearOne_AgreesWithPlatform() => Sweep(0.4, 2.5, PortableMath.Log, Math.Log);

    [Fact]
    public void Tanh_WholeRange_AgreesWithPlatform() => Sweep(-25, 25, PortableMath.Tanh, Math.Tanh, TanhTolerance);

    [Fact]
    public void Tanh_NearZero_AgreesWithPlatform() => Sweep(-0.3, 0.3, PortableMath.Tanh, Math.Tanh, TanhTolerance);

    [Fact]
    public void Log1p_NearZero_AgreesWithSeries() =>
        Sweep(-1e-4, 1e-4, PortableMath.Log1p, x => x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4));

    [Fact]
    public void Pow_ManyPairs_AgreesWithPlatform()
    {
        var random = new Random(1);
        for (var round = 0; round < 100_000; round++)
        {
            var value = Math.Exp((random.NextDouble() - 0.5) * 40);
            var exponent = (random.NextDouble() - 0.5) * 30;
            Near(Math.Pow(value, exponent), PortableMath.Pow(value, exponent), $"{value:R}^{exponent:R}");
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 2)]
    [InlineData(-0.0, 3)]
    [InlineData(-0.0, -3)]
    [InlineData(-0.0, -2)]
    [InlineData(-2, 3)]
    [InlineData(-2, 2)]
    [InlineData(-2, 0.5)]
    [InlineData(-1, double.PositiveInfinity)]
    [InlineData(0.5, double.PositiveInfinity)]
    [InlineData(0.5, double.NegativeInfinity)]
    [InlineData(2, double.PositiveInfinity)]
    [InlineData(2, double.NegativeInfinity)]
    [InlineData(double.NegativeInfinity, 3)]
    [InlineData(double.NegativeInfinity, 0.5)]
    [InlineData(double.NegativeInfinity, -3)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(2, double.NaN)]
    [InlineData(2, 1e300)]
    [InlineData(2, -1e300)]
    [InlineData(0.999999, 1e20)]
    [InlineData(10, 308)]
    [InlineData(10, 309)]
    [InlineData(2, -1074)]
    public void Pow_SpecialValues_AsIeee(double value, double exponent) =>
        Near(Math.Pow(value, exponent), PortableMath.Pow(value, exponent), $"{value}^{exponent}");

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, 1)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    public void Exp_SpecialValues_AsStated(double value, double expected) => Assert.Equal(expected, PortableMath.Exp(value));

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(-1, double.NaN)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_SpecialValues_AsStated(double value, double expected) => Assert.Equal(expected, PortableMath.Log(value));

    [Fact]
    public void Log_SmallestNumber_AgreesWithPlatform() => Near(Math.Log(double.Epsilon), PortableMath.Log(double.Epsilon), "epsilon");

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1000, 1)]
    [InlineData(-1000, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Sigmoid_SpecialValues_AsStated(double value, double expected) => Assert.Equal(expected, PortableMath.Sigmoid(value));

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(30, 1)]
    [InlineData(-30, -1)]
    [InlineData(0, 0)]
    public void Tanh_SpecialValues_AsStated(double value, double expected) => Assert.Equal(expected, PortableMath.Tanh(value));

    [Fact]
    public void AllFunctions_FixedInputs_FixedBits()
    {
        // These bits must be the same on every platform and in every release: stored models answer with them.
        string[] bits =
        [
            Bits(PortableMath.Exp(1)), Bits(PortableMath.Exp(-12.345)), Bits(PortableMath.Log(3)), Bits(PortableMath.Log(1e-9)),
            Bits(PortableMath.Tanh(0.1)), Bits(PortableMath.Tanh(1.7)), Bits(PortableMath.Pow(1.1, 37.3)), Bits(PortableMath.Sigmoid(-0.4)),
            Bits(PortableMath.Log1p(1e-5)),
        ];

        Assert.Equal(FixedBits, bits);
    }

    private static readonly string[] FixedBits =
    [
        "4005BF0A8B14576A", "3ED240572F47CB82", "3FF193EA7AAD030A", "C034B927F32BFFB8", "3FB983D7795F413B", "3FEDEEDF00D3E7F5", "40417EC0CE0D1A5F", "3FD9AF19F3D3169C", "3EE4F8AEA9AE7316",
    ];

    private static string Bits(double value) => BitConverter.DoubleToInt64Bits(value).ToString("X16", System.Globalization.CultureInfo.InvariantCulture);

    private static void Sweep(double from, double to, Func<double, double> own, Func<double, double> platform, double tolerance = Tolerance)
    {
        var random = new Random(7);
        for (var round = 0; round < 100_000; round++)
        {
            var value = from + ((to - from) * random.NextDouble());
            Near(platform(value), own(value), $"{value:R}", tolerance);
        }
    }

    private static void Near(double expected, double actual, string what, double tolerance = Tolerance)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected) || expected == 0)
        {
            Assert.Equal(expected, actual);
            Assert.Equal(double.IsNegative(expected) && !double.IsNaN(expected), double.IsNegative(actual) && !double.IsNaN(actual));
            return;
        }

        var unit = Math.Max(double.Epsilon, Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
        Assert.True(Math.Abs(expected - actual) <= tolerance * unit, $"{what}: {actual:R}, expected {expected:R}, {Math.Abs(expected - actual) / unit:F1} units off");
    }
}
