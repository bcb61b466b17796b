using Modelwright.Profile.Baskets;

namespace Modelwright.Tests.Profile.Baskets;

public sealed class HypergeometricTailTests
{
    private static readonly HypergeometricTail Tail = new(100_000);

    /// <summary>Fisher 1935, "The design of experiments", chapter 2: eight cups, four with the milk first.</summary>
    [Theory]
    [InlineData(4, 1 / 70.0)]
    [InlineData(3, 17 / 70.0)]
    [InlineData(2, 53 / 70.0)]
    [InlineData(1, 69 / 70.0)]
    [InlineData(0, 1)]
    public void AtLeast_LadyTastingTea_IsAsFisherSays(int right, double probability) => Assert.Equal(probability, Tail.AtLeast(8, 4, 4, right), 1e-13);

    [Fact]
    public void AtLeast_MoreThanMustBe_IsCertainBelow() => Assert.Equal(1, Tail.AtLeast(10, 8, 7, 5));

    // By symmetry the tail from the mean on and the one beyond it make a whole. Logs of factorials near a million hold ten places.
    [Fact]
    public void AtLeast_AtTheMean_IsHalfAndHalfOfTheMiddle() =>
        Assert.Equal(1, Tail.AtLeast(100_000, 50_000, 50_000, 25_000) + Tail.AtLeast(100_000, 50_000, 50_000, 25_001), 1e-8);

    [Fact]
    public void AtLeast_BeyondAllChance_IsZeroAndNotNegative() => Assert.Equal(0, Tail.AtLeast(100_000, 50_000, 50_000, 50_000));
}
