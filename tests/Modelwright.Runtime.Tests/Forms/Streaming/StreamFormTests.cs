using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

public sealed class StreamFormTests
{
    private const int Rows = 3000;

    [Fact]
    public void Read_Noise_ScoresAreAboutTheLogarithmOfTheirChance()
    {
        var scores = Streams.Read(Streams.Form(), Streams.Noise(20_000, 1));

        // 200, 20 and 2 are the mean; strange readings come in bursts, as windows overlap.
        Assert.InRange(scores.Count(score => score.Score >= 2), 70, 800);
        Assert.InRange(scores.Count(score => score.Score >= 3), 0, 200);
        Assert.InRange(scores.Count(score => score.Score >= 4), 0, 60);
    }

    [Fact]
    public void Read_FirstReadings_ScoreNothing() =>
        Assert.All(Streams.Read(Streams.Form(), [0, 1e9, -5, 3, .. Streams.Noise(16, 2)]), score => Assert.Equal(0, score.Score));

    [Fact]
    public void Read_FirstReading_HasNoUsualValue() => Assert.Equal(new StreamScore(0, 0, double.NaN), Streams.Read(Streams.Form(), [7])[0]);

    [Fact]
    public void Read_Spike_IsTheStrangestReading()
    {
        var values = Streams.Noise(Rows, 3);
        values[2000] += 12;

        var scores = Streams.Read(Streams.Form(), values);

        Assert.InRange(scores[2000].Score, 4, 100);
        Assert.Equal(2000, Array.FindIndex(scores, score => score.Score == scores.Max(one => one.Score)));
        Assert.InRange(scores[2000].Usual, -2, 2);
    }

    [Fact]
    public void Read_LevelThatMovesLittleAndStays_IsFound()
    {
        var values = Streams.Noise(Rows, 4);
        for (var row = 2000; row < Rows; row++)
        {
            values[row] += 2.5;
        }

        Assert.InRange(Streams.Highest(Streams.Read(Streams.Form(), values), 2000, 2040), 4, 100);
    }

    [Fact]
    public void Read_Unrest_IsFound()
    {
        var values = Streams.Noise(Rows, 5);
        for (var row = 2000; row < 2100; row++)
        {
            values[row] *= 3;
        }

        Assert.InRange(Streams.Highest(Streams.Read(Streams.Form(), values), 2000, 2100), 3.5, 100);
    }

    [Fact]
    public void Read_FlatLine_IsFoundWithinAFewReadings()
    {
        var values = Streams.Noise(Rows, 6);
        values.AsSpan(2000, 40).Fill(0.3);

        Assert.InRange(Streams.Highest(Streams.Read(Streams.Form(), values), 2000, 2015), 3.5, 100);
    }

    [Fact]
    public void Read_ValueUsualElsewhereInTheDay_IsFoundWhereItIsNot()
    {
        var noise = Streams.Noise(Rows, 7);
        double[] values = [.. Enumerable.Range(0, Rows).Select(row => (row % 48 is > 16 and < 36 ? 100 : 20) + (2 * noise[row]))];
        values[2402] = 100;

        var scores = Streams.Read(Streams.Form(), values);

        Assert.InRange(scores[2402].Score, 4, 100);
        Assert.InRange(scores[2402].Usual, 15, 25);
        Assert.True(Streams.Highest(scores, 1500, 2400) < scores[2402].Score);
    }

    [Fact]
    public void Read_DayOfTheWeek_IsLearned()
    {
        var noise = Streams.Noise(Rows, 8);
        double[] values = [.. Enumerable.Range(0, Rows).Select(row => (row / 48 % 7 < 5 ? 60 : 20) + noise[row])];

        // Monday of week 8 is as Sundays are.
        var monday = 8 * 7 * 48;
        values.AsSpan(monday, 48).Fill(20.5);
        var usual = Streams.Read(Streams.Form(), values);

        Assert.InRange(usual[monday].Usual, 35, 70);
        Assert.InRange(usual[monday].Score, 3, 100);
    }

    [Fact]
    public void Read_SeveralInputs_NamesTheStrangest()
    {
        var (calm, other) = (Streams.Noise(Rows, 9), Streams.Noise(Rows, 10));
        other[1500] = 15;
        double[] values = [.. Enumerable.Range(0, Rows).SelectMany(row => new[] { calm[row], other[row] })];

        var scores = Streams.Read(Streams.Form(null, "calm", "other"), values);

        Assert.Equal(1, scores[1500].Input);
        Assert.InRange(scores[1500].Score, 4, 100);
    }

    [Fact]
    public void Read_MissingInput_IsNeitherJudgedNorLearned()
    {
        var form = Streams.Form(null, "a", "b");
        var state = form.Start();

        Assert.Equal(new StreamScore(0, 1, double.NaN), form.Read(state, 0, [double.NaN, 3]));
        Assert.Equal(new StreamScore(0, -1, double.NaN), form.Read(state, 1, [double.NaN, double.PositiveInfinity]));
        Assert.Equal(3, form.Read(state, 2, [double.NaN, 3]).Usual);
        Assert.Equal(3, state.Readings);
    }

    [Fact]
    public void Read_AnomalyThatGoesOn_IsToldOnce()
    {
        var values = Streams.Noise(Rows, 11);
        for (var row = 2000; row < 2030; row++)
        {
            values[row] += 30;
        }

        var told = Streams.Read(Streams.Form(new()), values);
        var all = Streams.Read(Streams.Form(), values);

        Assert.InRange(told[2001..2030].Zip(all[2001..2030]).Count(pair => pair.First.Score < pair.Second.Score), 20, 29);
        Assert.Equal(all[2000].Score, told[2000].Score);
        Assert.All(told.Zip(all), pair => Assert.True(pair.First.Score == pair.Second.Score || pair.First.Score == 0.2 * pair.Second.Score));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1e-200)]
    [InlineData(1e200)]
    public void Read_SizeOfTheValues_ScoresStayFinite(double size)
    {
        double[] odd = [0, -0.0, 1, 1e300, -1e300, 1e-300, double.MaxValue, double.Epsilon, 2, 2, 2];
        double[] values = [.. Enumerable.Range(0, 600).Select(row => size * odd[row * 7 % odd.Length])];

        Assert.All(Streams.Read(Streams.Form(), values), score => Assert.True(double.IsFinite(score.Score) && score.Score >= 0));
    }

    [Theory]
    [InlineData(1.0 / 1024)]
    [InlineData(1024)]
    public void Read_UnitOfAPowerOfTwo_SameBits(double unit)
    {
        var values = Streams.Noise(1000, 12);
        var scores = Streams.Read(Streams.Form(), values);
        var scaled = Streams.Read(Streams.Form(), [.. values.Select(value => value * unit)]);

        Assert.Equal(scores.Select(score => score.Score), scaled.Select(score => score.Score));
    }

    [Fact]
    public void Read_ConstantSeries_ScoresLittle() =>
        Assert.InRange(Streams.Highest(Streams.Read(Streams.Form(), [.. Enumerable.Repeat(5.0, 2000)]), 0, 2000), 0, 3);

    [Fact]
    public void Read_StateOfAnotherForm_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Streams.Form(null, "a", "b").Read(Streams.Form().Start(), 0, [1, 2]));
        Assert.Equal("The state is not of this form. Take one from Start or Resume. (Parameter 'state')", error.Message);
    }

    [Fact]
    public void Read_ValuesOfAnotherNumber_AreRefused()
    {
        var form = Streams.Form();
        var error = Assert.Throws<ArgumentException>(() => form.Read(form.Start(), 0, [1, 2]));
        Assert.Equal("There are 2 values for 1 inputs. Give one an input. (Parameter 'values')", error.Message);
    }

    [Fact]
    public void Form_Faults_AreSaidTogether()
    {
        FormInput[] inputs = [new("a", ColumnType.Number, []), new("a", ColumnType.Category, [])];
        var error = Assert.Throws<ArtifactException>(() => new StreamForm(inputs, new() { Memory = 5, Window = 1, Rest = -1 }));

        Assert.Equal(
            """
            Form 'stream' names input 'a' twice. Name each input once.
            Form 'stream' reads numbers; input 'a' is of type category. Turn it into a number by a step.
            Memory must be a whole number from 100 to 1000000 readings. Got 5. More remember longer and adapt more slowly; 4000 is the default.
            Window must be a whole number from 2 to 1000 readings. Got 1. A longer one finds smaller shifts, later; 12 is the default.
            Rest must be a whole number from 0 to 1000000 readings. Got -1. 0 tells every score in full; 400 is the default.
            """,
            error.Message);
    }

    [Fact]
    public void Form_NoInputs_IsRefused() =>
        Assert.Equal("Form 'stream' has 0 inputs. Give it 1 to 10000 number columns.", Assert.Throws<ArtifactException>(() => new StreamForm([], new())).Message);

    [Fact]
    public void Settings_OutOfRange_AreRefused() =>
        Assert.Equal(
            "Rest must be a whole number from 0 to 1000000 readings. Got 1000001. 0 tells every score in full; 400 is the default.",
            Assert.Throws<OptionsException>(() => new StreamSettings { Rest = 1_000_001 }.Validate()).Message);
}
