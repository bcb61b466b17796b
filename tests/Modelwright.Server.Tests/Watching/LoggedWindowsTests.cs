using Modelwright.Core.Data;
using Modelwright.Monitoring.Requests;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Tests.Data;
using Modelwright.Server.Watching;

namespace Modelwright.Server.Tests.Watching;

/// <summary>Windows hold each row of the log once, in the order of time.</summary>
public sealed class LoggedWindowsTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Rows whose age is their number, so many at each second.
    private async Task LogAsync(params (int Second, int Rows)[] asked)
    {
        var clock = new MovedClock(Start);
        using var log = RequestLog.Open(_folder.Path, new() { Time = clock, SegmentBytes = 1 << 16 });
        using var predictor = new Predictor(Packages.Number(1));
        var model = log.Register("price", predictor.Package);
        var number = 0;
        foreach (var (second, rows) in asked)
        {
            clock.Now = Start.AddSeconds(second);
            var table = new Table([new NumberColumn("age", [.. Enumerable.Range(number, rows).Select(row => (double)row)]), new NumberColumn("income", new double[rows])]);
            model.Append($"r{second}", table, predictor.Predict(table));
            number += rows;
        }

        await log.AppendLabelAsync($"r{asked[0].Second}/0", "1");
    }

    private List<LoggedWindow> Cut(MonitoringOptions told, int nowSecond) =>
        [.. new LoggedWindows(_folder.Path, "price", told).Whole(Start, Start.AddSeconds(nowSecond), "price", TestContext.Current.CancellationToken)];

    private static double[] Ages(IEnumerable<LoggedWindow> windows) => [.. windows.SelectMany(window => Enumerable.Range(0, window.Rows.RowCount).Select(row => ((NumberColumn)window.Rows["age"]).Values.At(row)))];

    [Fact]
    public async Task ByRows_EachRowOnce_AndRowsOfOneTimeTogether()
    {
        await LogAsync((0, 30), (1, 20), (2, 35), (3, 40), (4, 29));

        var windows = Cut(new() { WindowRows = 40 }, nowSecond: 100);

        Assert.Equal([50, 75], windows.Select(window => window.Rows.RowCount));
        Assert.Equal(Enumerable.Range(0, 125).Select(row => (double)row), Ages(windows));
        Assert.Equal((Start, Start.AddSeconds(1), 1), (windows[0].From, windows[0].To, windows[0].Labels));
        Assert.Equal((0, false), (windows[1].Labels, windows[1].Rows.TryGet("price", out _)));
    }

    [Fact]
    public async Task ByRows_OverManySegments_GoesOnFromWhereItWas()
    {
        await LogAsync([.. Enumerable.Range(0, 200).Select(second => (second * 60, 40))]);
        var whole = Cut(new() { WindowRows = 1000 }, nowSecond: 1_000_000);

        var logged = new LoggedWindows(_folder.Path, "price", new() { WindowRows = 1000 });
        var rest = logged.Whole(whole[3].Until, Start.AddSeconds(1_000_000), "price", TestContext.Current.CancellationToken).ToArray();
        var again = logged.Again(whole[5].From, whole[5].Until, "price", TestContext.Current.CancellationToken)!;

        Assert.True(Directory.GetFiles(_folder.Path, "requests-*.log").Length > 4);
        Assert.Equal(Enumerable.Range(0, 8000).Select(row => (double)row), Ages(whole));
        Assert.Equal(Ages(whole.Skip(4)), Ages(rest));
        Assert.Equal(Ages([whole[5]]), Ages([again]));
    }

    [Fact]
    public async Task ByTime_EmptyTimesArePassedOver_AndWhatIsNotOverWaits()
    {
        await LogAsync((0, 5), (9, 5), (10, 7), (1000, 3), (1015, 2));

        var windows = Cut(new() { WindowTime = TimeSpan.FromSeconds(10) }, nowSecond: 1016);

        Assert.Equal([10, 7, 3], windows.Select(window => window.Rows.RowCount));
        Assert.Equal([Start.AddSeconds(10), Start.AddSeconds(20), Start.AddSeconds(1010)], windows.Select(window => window.Until));
    }

    [Fact]
    public async Task ByRows_RowsOfThisMoment_Wait()
    {
        await LogAsync((0, 40));

        Assert.Empty(Cut(new() { WindowRows = 40 }, nowSecond: 0));
        Assert.Single(Cut(new() { WindowRows = 40 }, nowSecond: 2));
    }

    [Fact]
    public async Task FirstOf_AModelId_IsWhenItAnsweredFirst()
    {
        await LogAsync((5, 3), (6, 3));
        var logged = new LoggedWindows(_folder.Path, "price", new());

        Assert.Equal(Start.AddSeconds(5), logged.FirstOf(Packages.Number(1).ModelId, null, TestContext.Current.CancellationToken));
        Assert.Equal(Start.AddSeconds(6), logged.FirstOf(Packages.Number(1).ModelId, Start.AddSeconds(6), TestContext.Current.CancellationToken));
        Assert.Null(logged.FirstOf(Packages.Number(2).ModelId, null, TestContext.Current.CancellationToken));
    }
}
