using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

public sealed class StreamStateTests
{
    private static RecordReader Record(Action<RecordWriter> write)
    {
        var writer = new RecordWriter();
        write(writer);
        return new(writer.ToArray(), "state");
    }

    private static int Size() => new Recorder().Of(Streams.Form().Start()).Length;

    [Fact]
    public void Resume_AnywhereInTheSeries_SameBitsAsAtOnce()
    {
        var values = Streams.Noise(900, 1);
        var form = Streams.Form(new());
        var atOnce = Streams.Read(form, values);
        Gen.Int[0, values.Length].Sample(
            cut =>
            {
                var state = form.Start();
                var first = Streams.Read(form, state, values[..cut], 0);
                var resumed = form.Resume(Record(state.Write));
                StreamScore[] pieces = [.. first, .. Streams.Read(form, resumed, values[cut..], cut)];
                Assert.Equal(atOnce, pieces);
            },
            iter: 20);
    }

    [Fact]
    public void State_OfALongSeries_IsNoLarger()
    {
        var form = Streams.Form();
        var state = form.Start();
        var before = new Recorder().Of(state).Length;
        Streams.Read(form, state, Streams.Noise(5000, 2), 0);

        Assert.Equal(before, new Recorder().Of(state).Length);
        Assert.Equal(5000, state.Readings);
        Assert.InRange(before, 100, 4000);
    }

    [Fact]
    public void Resume_OtherLength_IsRefused()
    {
        var error = Assert.Throws<ArtifactException>(() => Streams.Form().Resume(Record(writer => writer.Numbers("stream", [1, 2]))));
        Assert.Equal($"The state of the series holds 2 numbers; this model of 1 inputs needs {Size()}. Give the state that this model wrote, or start the series again.", error.Message);
    }

    [Theory]
    [InlineData(0, -1, "-1")]
    [InlineData(4, -2, "-2")]
    [InlineData(7, double.NaN, "NaN")]
    [InlineData(9, double.PositiveInfinity, "Infinity")]
    [InlineData(12, 1e200, "1E+200")]
    public void Resume_NumberThatNoSeriesLeaves_IsRefused(int place, double number, string text)
    {
        var numbers = new double[Size()];
        numbers[place] = number;

        var error = Assert.Throws<ArtifactException>(() => Streams.Form().Resume(Record(writer => writer.Numbers("stream", numbers))));

        Assert.Equal($"The state of the series holds {text} at place {place}, which no series leaves there. Give the state that this model wrote, or start the series again.", error.Message);
    }

    [Fact]
    public void Resume_MadeUpNumbers_AreRefusedOrScoreFinite()
    {
        var size = Size();
        var form = Streams.Form();
        Gen.Double[-1e125, 1e125].Select(Gen.Double[-3, 3], Gen.Int[0, 3]).Select((huge, small, which) => which == 0 ? huge : small).Array[size].Sample(
            numbers =>
            {
                try
                {
                    var state = form.Resume(Record(writer => writer.Numbers("stream", numbers)));
                    Assert.All(Streams.Read(form, state, [1, -1e60, 3, double.NaN, 1e60, 0, 0], 0), score => Assert.True(double.IsFinite(score.Score) && score.Score >= 0));
                }
                catch (ArtifactException)
                {
                    // What is wanted of a state that cannot be trusted.
                }
            },
            iter: 200);
    }

    private sealed class Recorder
    {
        public double[] Of(IStreamState state) => Record(state.Write).Numbers("stream");
    }
}
