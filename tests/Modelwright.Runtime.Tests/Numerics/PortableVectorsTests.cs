using System.Runtime.Intrinsics;
using CsCheck;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Tests.Numerics;

public sealed class PortableVectorsTests
{
    /// <summary>A few units in the last place of single precision.</summary>
    private const double Relative = 4e-7;

    [Fact]
    public void Exp_AnyExponent_IsNearThePower() =>
        Gen.Float[-87, 87].Sample(value => Assert.Equal(1, PortableVectors.Exp(Vector256.Create(value))[3] / Math.Exp(value), Relative));

    [Theory]
    [InlineData(1e30f, 87)]
    [InlineData(float.PositiveInfinity, 87)]
    [InlineData(-1e30f, -87)]
    public void Exp_BeyondTheEnds_IsHeld(float exponent, double held) =>
        Assert.Equal(1, PortableVectors.Exp(Vector256.Create(exponent))[0] / Math.Exp(held), Relative);

    [Fact]
    public void CosineAndSine_AnyTurns_AreNearTheAngles() => Gen.Float[-8, 8].Sample(turns =>
    {
        Assert.Equal(Math.Cos(2 * Math.PI * turns), PortableVectors.CosineOfTurns(Vector256.Create(turns))[5], 1e-6);
        Assert.Equal(Math.Sin(2 * Math.PI * turns), PortableVectors.SineOfTurns(Vector256.Create(turns))[5], 1e-6);
    });

    [Fact]
    public void Cosine_QuartersOfATurn_AreOnTheAxes()
    {
        var cosines = PortableVectors.CosineOfTurns(Vector256.Create(0, 0.25f, 0.5f, 0.75f, 1, -0.25f, 1000.5f, 1e30f));
        float[] expected = [1, 0, -1, 0, 1, 0, -1];
        for (var lane = 0; lane < expected.Length; lane++)
        {
            Assert.Equal(expected[lane], cosines[lane], 1e-6);
        }

        Assert.InRange(cosines[7], -1.000001f, 1.000001f);
    }
}
