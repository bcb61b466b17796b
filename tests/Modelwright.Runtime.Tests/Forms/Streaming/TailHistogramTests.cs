using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

public sealed class TailHistogramTests
{
    private const int Memory = 1_000_000;

    private static double[] Learned(IEnumerable<double> values, int memory = Memory)
    {
        var state = new double[TailHistogram.Size];
        foreach (var value in values)
        {
            new TailHistogram(state).Judge(value, memory);
        }

        return state;
    }

    private static double Judge(double[] state, double value) => new TailHistogram([.. state]).Judge(value, Memory);

    [Fact]
    public void Judge_NothingKnown_IsNothing() => Assert.Equal(0, Judge(new double[TailHistogram.Size], 5));

    [Fact]
    public void Judge_WithinExperience_IsTheLogarithmOfTheShareAtLeastAsLarge()
    {
        // 60 of 1, 40 of 2, each in a bin of its own; with one more on either side 41 of 101 are as large.
        var state = Learned([.. Enumerable.Repeat(1.05, 60), .. Enumerable.Repeat(2.1, 40)]);
        Assert.Equal(-Math.Log10(41 / 101.0), Judge(state, 2.1), 1e-3);
        Assert.Equal(0, Judge(state, 1.05), 1e-3);
    }

    [Fact]
    public void Judge_BeyondExperience_GrowsWithTheLogarithm()
    {
        var state = Learned(Enumerable.Repeat(1.0, 1000));
        var (four, sixteen) = (Judge(state, 4), Judge(state, 16));

        // Nothing lies beyond, so the tail is the prior: index 1/4, a factor of 4 in size is 4 times its logarithm.
        Assert.Equal(4 * Math.Log10(4), sixteen - four, 1e-9);
    }

    [Fact]
    public void Judge_ParetoTail_IsRecovered()
    {
        var random = new Random(1);
        var state = Learned(Enumerable.Range(0, 20_000).Select(_ => Math.Pow(1 - random.NextDouble(), -0.5)));

        // Index 1/2: a value of 10 is exceeded by one in a hundred, one of 100 by one in ten thousand.
        Assert.InRange(Judge(state, 10), 1.7, 2.3);
        Assert.InRange(Judge(state, 100), 3.4, 4.6);
    }

    [Fact]
    public void Judge_LargerValues_AreNeverLessStrange()
    {
        var state = Learned(Streams.Noise(3000, 2).Select(Math.Abs));
        double[] sizes = [.. Enumerable.Range(0, 200).Select(step => Math.Pow(10, (step - 100) / 20.0))];
        Assert.Equal(sizes.Select(size => Judge(state, size)).Order(), sizes.Select(size => Judge(state, size)));
    }

    [Fact]
    public void Judge_OldValues_Fade()
    {
        var often = Learned([.. Enumerable.Repeat(8.0, 500), .. Enumerable.Repeat(1.0, 500)], memory: 100);
        Assert.InRange(Judge(often, 8), 1.5, 5);
        Assert.InRange(Judge(Learned([.. Enumerable.Repeat(8.0, 500), .. Enumerable.Repeat(1.0, 500)]), 8), 0, 0.31);
    }

    [Fact]
    public void Judge_OneEvent_DoesNotHideTheNext()
    {
        var state = Learned(Streams.Noise(2000, 3).Select(Math.Abs));
        var first = new TailHistogram(state).Judge(50, 4000);
        Assert.InRange(new TailHistogram(state).Judge(50, 4000), 0.6 * first, first);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-320)]
    [InlineData(1e300)]
    public void Judge_AnySize_IsFinite(double value) => Assert.True(double.IsFinite(Judge(Learned([1, 0, 1e300, 2]), value)));
}
