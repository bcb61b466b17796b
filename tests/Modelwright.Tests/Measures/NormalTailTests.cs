using Modelwright.Measures.Intervals;

namespace Modelwright.Tests.Measures;

public sealed class NormalTailTests
{
    // Values of scipy.stats.norm.sf.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.15865525393145707)]
    [InlineData(1.959963984540054, 0.025)]
    [InlineData(2.9, 0.0018658133003840378)]
    [InlineData(3.1, 0.0009676032132183568)]
    [InlineData(6, 9.865876450376946e-10)]
    [InlineData(20, 2.7536241186062337e-89)]
    [InlineData(-1, 0.8413447460685429)]
    public void Of_Value_IsTheReference(double value, double reference) => Assert.InRange(NormalTail.Of(value) / reference, 1 - 1e-10, 1 + 1e-10);

    [Fact]
    public void Of_NotANumber_IsNone() => Assert.True(double.IsNaN(NormalTail.Of(double.NaN)));
}
