using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;
using Modelwright.Runtime.Forms.Constant;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

public sealed class StreamVerdictTests
{
    private const string Anew = "A model trained with --store-rows goes on where training ended.";

    private static readonly Table OneRow = new([new NumberColumn("value", [1_234.2]), new NumberColumn("load", [0])]);

    private static StreamVerdictForm Alone(double threshold = 3) => new(Streams.Form(), "time", null, threshold, []);

    private static Table Readings(params long[] times) => new([new TimeColumn("time", times), new NumberColumn("value", Streams.Noise(times.Length, 1))]);

    [Theory]
    [InlineData(StreamSign.Value, "value 1,234 (expected 20.5)")]
    [InlineData(StreamSign.Level, "value 1,234 (a level away from the usual; expected 20.5)")]
    [InlineData(StreamSign.Unrest, "value 1,234 (more unrest than usual; expected 20.5)")]
    [InlineData(StreamSign.Stillness, "value 1,234 (changes less than usual; expected 20.5)")]
    [InlineData(StreamSign.Repetition, "value 1,234 (the same value for longer than usual; expected 20.5)")]
    public void Say_EveryWay_NamesColumnWayAndExpectation(StreamSign sign, string expected) =>
        Assert.Equal(expected, StreamVerdictForms.Form().Say(new(4, 0, 20.5) { Sign = sign }, OneRow, 0));

    [Fact]
    public void Say_NothingToExpectOrNoColumn_SaysTheRest()
    {
        var form = StreamVerdictForms.Form();
        Assert.Equal("load 0", form.Say(new(4, 1, double.NaN) { Sign = StreamSign.Value }, OneRow, 0));
        Assert.Equal("unlike the readings before it as a whole", form.Say(new(4, -1, double.NaN), OneRow, 0));
    }

    [Fact]
    public void AnswerInOrder_AFlatLine_IsToldByWhatItIs()
    {
        var values = Streams.Noise(1_000, 3);
        Array.Fill(values, 0.3, 800, 60);
        var rows = new Table([new TimeColumn("time", [.. Enumerable.Range(0, 1_000).Select(Streams.HalfHour)]), new NumberColumn("value", values)]);
        var answers = new StreamVerdictForm(Streams.Form(new() { Rest = 0 }), "time", null, 3.5, []).AnswerInOrder(rows, 1, TestContext.Current.CancellationToken);

        Assert.StartsWith("value 0.3 (the same value for longer than usual; expected ", string.Join("|", answers.Texts[800..820].OfType<string>()));
    }

    [Fact]
    public void AnswerInOrder_TheThreshold_FlagsFromItOn()
    {
        var rows = StreamVerdictForms.Rows(300, 5);
        var scores = StreamVerdictForms.Form().AnswerInOrder(rows, 1, TestContext.Current.CancellationToken).Numbers.Where((_, place) => place % 2 == 0).ToArray();
        var threshold = scores.Order().ElementAt(290);
        var answers = StreamVerdictForms.Form(threshold).AnswerInOrder(rows, 1, TestContext.Current.CancellationToken);

        Assert.Equal(scores.Count(score => score >= threshold), answers.Texts.Count(text => text is not null));
        Assert.All(Enumerable.Range(0, 300), row => Assert.Equal(scores[row] >= threshold ? 1 : 0, answers.Numbers[(2 * row) + 1]));
    }

    [Fact]
    public void AnswerInOrder_TiesAndRowsWithoutTime_AreReadAndCounted()
    {
        var answers = Alone().AnswerInOrder(Readings(Streams.HalfHour(3), TimeColumn.Missing, Streams.HalfHour(1), Streams.HalfHour(1), Streams.HalfHour(3), Streams.HalfHour(3)), 1, TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                $"1 series begins anew: the first 20 readings are not judged. {Anew}",
                "1 row has no time: it stands behind the row of its series before it in the file.",
                "3 rows have the time of another row of their series: they are read in the order of the file.",
            ],
            answers.Notes);
    }

    [Fact]
    public void AnswerInOrder_RowsUpToAndAfterTheEndOfTraining_AreReadApart()
    {
        var (before, after) = (StreamVerdictForms.Rows(240, 6), StreamVerdictForms.Rows(30, 7, first: 240));
        var form = StreamVerdictForms.Going(before);
        Table both = new([.. before.Columns.Select(column => Joined(column, after[column.Name]))]);
        var (all, late) = (form.AnswerInOrder(both, 2, TestContext.Current.CancellationToken), form.AnswerInOrder(after, 1, TestContext.Current.CancellationToken));
        var anew = new StreamVerdictForm(form.Form, "time", StreamVerdictForms.Machine, 3, []).AnswerInOrder(both, 1, TestContext.Current.CancellationToken);

        Assert.Equal(anew.Numbers, all.Numbers);
        Assert.Equal(all.Numbers[480..], late.Numbers);
        Assert.True(form.Info.HoldsRows);
        Assert.Equal(["3 series go on where training ended."], late.Notes);
    }

    [Fact]
    public void AnswerInOrder_NoRows_NoAnswersAndNoNotes()
    {
        var answers = Alone().AnswerInOrder(Readings(), 1, TestContext.Current.CancellationToken);
        Assert.Empty(answers.Numbers);
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Constructor_PartsThatDoNotFit_SaysWhich()
    {
        static string Fault(Action make) => Assert.Throws<ArtifactException>(make).Message;
        var streams = Streams.Form();
        var end = StreamBytes.Write(streams.Start());
        const string Remedy = "Make the file again, or fetch it again from where it was made.";

        Assert.Equal("Form 'number_constant' does not score series as they come, which 'stream_verdict' needs. Give it one that does.", Fault(() => _ = new StreamVerdictForm(new NumberConstantForm(1), "time", null, 3, [])));
        Assert.Equal($"A verdict on streams needs different columns for the readings, their time and their series; it names 'value', 'value'. {Remedy}", Fault(() => _ = new StreamVerdictForm(streams, "value", null, 3, [])));
        Assert.Equal($"A verdict on streams needs a threshold above 0. Got NaN. {Remedy}", Fault(() => _ = Alone(double.NaN)));
        Assert.Equal($"The model keeps the end of a series twice, or one at a time that does not exist. {Remedy}", Fault(() => _ = new StreamVerdictForm(streams, "time", null, 3, [new(null, 0, end), new(null, 1, end)])));
        Assert.Equal($"The model keeps the end of a series twice, or one at a time that does not exist. {Remedy}", Fault(() => _ = new StreamVerdictForm(streams, "time", null, 3, [new("a", -1, end)])));
        Assert.Equal(
            $"The model keeps the end of 1001 series in {1001 * end.Length} bytes; 1000 series and 33554432 bytes may be kept. {Remedy}",
            Fault(() => _ = new StreamVerdictForm(streams, "time", null, 3, [.. Enumerable.Range(0, 1001).Select(place => new KnownSeries($"{place}", 0, end))])));
        Assert.Throws<ArtifactException>(() => new StreamVerdictForm(streams, "time", null, 3, [new("a", 0, end.AsMemory(0, 40))]));
    }

    private static Column Joined(Column one, Column other) => one switch
    {
        NumberColumn numbers => new NumberColumn(one.Name, [.. All(numbers.Values), .. All(((NumberColumn)other).Values)]),
        TimeColumn times => new TimeColumn(one.Name, [.. All(times.Values), .. All(((TimeColumn)other).Values)]),
        _ => CategoryColumn.FromTexts(one.Name, [.. Enumerable.Range(0, one.RowCount).Select(one.Format), .. Enumerable.Range(0, other.RowCount).Select(other.Format)]),
    };

    private static T[] All<T>(Blocks<T> values)
        where T : unmanaged
    {
        var all = new T[values.RowCount];
        values.CopyTo(all);
        return all;
    }
}
