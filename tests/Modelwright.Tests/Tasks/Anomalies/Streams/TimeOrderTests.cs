using Modelwright.Core.Data;
using Modelwright.Tasks.Anomalies.Streams;

namespace Modelwright.Tests.Tasks.Anomalies.Streams;

public sealed class TimeOrderTests
{
    private const long Hour = TimeSpan.TicksPerHour;
    private const string Note = "The rows are in order of 'when', at nearly regular times. To judge each reading by those before it, name that column with --time";

    private static IEnumerable<string> Notes(IEnumerable<long> times)
    {
        long[] all = [.. times];
        return TimeOrder.Notes(new Table([new NumberColumn("x", new double[all.Length]), new TimeColumn("when", all)]));
    }

    [Fact]
    public void Notes_EveryHourWithAGapOrTwo_NamesTheOption() =>
        Assert.Equal([$"{Note}."], Notes(Enumerable.Range(0, 60).Select(row => (row * Hour) + (row >= 30 ? 5 * Hour : 0))));

    [Fact]
    public void Notes_SeveralRowsATime_NamesTheSeriesToo() =>
        Assert.Equal([$"{Note}, and the one that tells series apart with --series."], Notes(Enumerable.Range(0, 90).Select(row => row / 3 * Hour)));

    [Fact]
    public void Notes_NotPlainlyInTime_SaysNothing()
    {
        Assert.Empty(Notes(Enumerable.Range(0, 60).Select(row => row == 40 ? 0 : row * Hour)));
        Assert.Empty(Notes(Enumerable.Range(0, 60).Select(row => row == 40 ? TimeColumn.Missing : row * Hour)));
        Assert.Empty(Notes(Enumerable.Range(0, 60).Select(row => (long)row * row * Hour)));
        Assert.Empty(Notes(Enumerable.Range(0, 49).Select(row => row * Hour)));
        Assert.Empty(Notes(Enumerable.Range(0, 60).Select(row => row / 30 * Hour)));
        Assert.Empty(Notes([]));
    }
}
