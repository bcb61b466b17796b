using Modelwright.Reports;

namespace Modelwright.Tests.Reports;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0.99631, "0.9963")]
    [InlineData(1, "1.0000")]
    [InlineData(0, "0.0000")]
    [InlineData(1.377e-17, "0.0000")]
    [InlineData(-0.25, "-0.2500")]
    [InlineData(53.2149, "53.21")]
    [InlineData(532.149, "532.1")]
    [InlineData(53_214.9, "53,215")]
    [InlineData(0.0061823, "0.006182")]
    [InlineData(0.0000061823, "6.182E-06")]
    [InlineData(1.25e18, "1.25E+18")]
    [InlineData(double.NaN, "NaN")]
    public void Fixed_WithThePlacesOfAValue_ShowsAboutFourDigits(double value, string expected) =>
        Assert.Equal(expected, Numbers.Fixed(value, Numbers.Places(value)));

    [Fact]
    public void LineUp_Numbers_HaveTheirPointsInOnePlaceFromTheRight() =>
        Assert.Equal(["1,234      ", "53.21   ", "0.4812 ", "0.00618"], Numbers.LineUp(["1,234", "53.21", "0.4812", "0.00618"]));

    [Fact]
    public void LineUp_Nothing_IsNothing() => Assert.Empty(Numbers.LineUp([]));
}
