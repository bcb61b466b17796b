using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

public sealed class StreamScoringTests
{
    private static readonly StreamColumns Both = new("time", "series");

    private static Table Rows(long[] times, string?[] series, double[] values) =>
        new([new TimeColumn("time", times), CategoryColumn.FromTexts("series", series), new NumberColumn("value", values)]);

    private static StreamScores Score(Table table, StreamColumns columns, int threads = 1) =>
        StreamScoring.Score(Streams.Form(new()), table, columns, threads, CancellationToken.None);

    // Three series, their rows mixed and out of order.
    private static Table Mixed(int rows, int seed, double[]? values = null)
    {
        var random = new Random(seed);
        long[] times = [.. Enumerable.Range(0, rows).Select(Streams.HalfHour)];
        string?[] series = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) switch { 0 => "a", 1 => "b", _ => null })];
        var order = Enumerable.Range(0, rows).ToArray();
        random.Shuffle(order);
        return Rows(times, series, values ?? Streams.Noise(rows, seed)).Take(order);
    }

    [Fact]
    public void Score_SeriesMixedAndOutOfOrder_EachIsReadInItsOwnOrder()
    {
        var table = Mixed(600, 1);
        var scores = Score(table, Both);
        var times = new long[600];
        ((TimeColumn)table["time"]).Values.CopyTo(times);
        foreach (var name in new[] { "a", "b", null })
        {
            int[] rows = [.. Enumerable.Range(0, 600).Where(row => table["series"].Format(row) == name).OrderBy(row => times[row])];
            var form = Streams.Form(new());
            var state = form.Start();
            Assert.All(rows, row => Assert.Equal(form.Read(state, times[row], [((NumberColumn)table["value"]).Values.At(row)]), new(scores.Scores[row], scores.Inputs[row], scores.Usual[row]) { Sign = scores.Signs[row] }));
        }
    }

    [Fact]
    public void Score_AnyNumberOfThreads_SameBits()
    {
        var table = Mixed(2000, 2);
        var one = Score(table, Both);
        var four = Score(table, Both, threads: 4);
        Assert.Equal(one.Scores, four.Scores);
        Assert.Equal(one.Usual, four.Usual);
    }

    [Fact]
    public void Score_RowsInAnotherOrder_SameScores()
    {
        var table = Mixed(500, 3);
        int[] reverse = [.. Enumerable.Range(0, 500).Reverse()];
        Assert.Equal(Score(table, Both).Scores, Score(table.Take(reverse), Both).Scores.Reverse());
    }

    [Fact]
    public void Score_FutureChanged_ThePastStaysToTheBit() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 1000], Gen.Double[-1e6, 1e6]).Sample(
            (cut, seed, future) =>
            {
                var values = Streams.Noise(400, seed);
                var changed = values.ToArray();
                for (var row = cut; row < 400; row++)
                {
                    changed[row] = row % 5 == 0 ? double.NaN : future * row;
                }

                var (before, after) = (Score(Mixed(400, seed, values), Both), Score(Mixed(400, seed, changed), Both));
                var times = (TimeColumn)Mixed(400, seed, values)["time"];
                for (var row = 0; row < 400; row++)
                {
                    if (times.Values.At(row) < Streams.HalfHour(cut))
                    {
                        Assert.Equal(before.Scores[row], after.Scores[row]);
                        Assert.Equal(before.Usual[row], after.Usual[row]);
                    }
                }
            },
            iter: 30);

    [Fact]
    public void Score_RowsTakenOffTheEnd_TheRestStaysToTheBit()
    {
        long[] times = [.. Enumerable.Range(0, 300).Select(Streams.HalfHour)];
        var table = Rows(times, new string?[300], Streams.Noise(300, 4));
        var all = Score(table, Both).Scores;
        foreach (var rows in new[] { 1, 21, 150, 299 })
        {
            Assert.Equal(all.Take(rows), Score(table.Take([.. Enumerable.Range(0, rows)]), Both).Scores);
        }
    }

    [Fact]
    public void Score_RowWithoutATime_StandsBehindTheRowBeforeIt()
    {
        long[] times = [Streams.HalfHour(2), TimeColumn.Missing, Streams.HalfHour(1)];
        var usual = Score(Rows(times, ["a", "a", "a"], [10, 20, 30]), Both).Usual;

        Assert.True(double.IsNaN(usual[2]));
        Assert.Equal(30, usual[0], 1e-9);
        Assert.InRange(usual[1], 9, 21);
    }

    [Fact]
    public void Score_WithoutTimesAndSeries_ReadsTheRowsAsTheyStand()
    {
        var values = Streams.Noise(200, 5);
        var table = new Table([new NumberColumn("value", values)]);
        var form = Streams.Form(new());
        var state = form.Start();
        Assert.Equal(values.Select(value => form.Read(state, TimeColumn.Missing, [value]).Score), Score(table, new(null, null)).Scores);
    }

    [Fact]
    public void Score_NoRows_NoScores() => Assert.Empty(Score(Rows([], [], []), Both).Scores);

    [Fact]
    public void Score_ColumnsAbsentOrOfAnotherType_SaysAll()
    {
        var table = new Table([new NumberColumn("time", [1]), new NumberColumn("valeu", [1])]);
        var error = Assert.Throws<DataException>(() => Score(table, new("time", "machine")));

        Assert.Equal(
            """
            Column 'value' was not found, and scoring the series needs it. Did you mean 'valeu'? Add it, or name the column that holds it (case matters).
            Column 'time' is of type number; scoring the series needs type time. Read it as time.
            Column 'machine' was not found, and scoring the series needs it. Add it, or name the column that holds it (case matters).
            """,
            error.Message);
    }

    [Fact]
    public void Score_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => StreamScoring.Score(Streams.Form(), Mixed(10, 6), Both, 1, source.Token));
    }
}
