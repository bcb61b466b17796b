using Modelwright.Monitoring.Requests;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Monitoring.Requests;

/// <summary>A time is read from the segments that may hold it, and none of its rows is missed.</summary>
public sealed class SegmentTimesTests(LogFixture trained) : IClassFixture<LogFixture>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_OfATime_SeesAllItsRowsAndOpensFewSegments()
    {
        using var folder = new LogFolder();
        var clock = new MovedClock(Start);
        const int Requests = 800;
        using (var log = RequestLog.Open(folder.Path, new() { SegmentBytes = 1 << 16, Time = clock }))
        {
            var model = log.Register("churn", trained.Package);
            var rows = LogFixture.Rows(10);
            var answers = trained.Predictor.Predict(rows);
            for (var request = 0; request < Requests; request++)
            {
                clock.Now = Start.AddMinutes(request);
                model.Append($"r{request}", rows, answers);
            }
        }

        var all = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken).Rows.RowCount;
        var segments = SegmentList.Of(folder.Path, ofLabels: false);
        var opened = 0;
        for (var request = 0; request < Requests; request += 7)
        {
            var (from, to) = (Start.AddMinutes(request), Start.AddMinutes(request + 5));
            Assert.Equal(Math.Min(5, Requests - request) * 10, RequestLog.Read(folder.Path, "churn", from, to, cancellation: TestContext.Current.CancellationToken).Rows.RowCount);
            opened = Math.Max(opened, SegmentTimes.Between(segments, from.UtcTicks, to.UtcTicks).Count());
        }

        Assert.Equal(Requests * 10, all);
        Assert.True(segments.Count > 6, $"{segments.Count} segments");
        Assert.InRange(opened, 1, 5);
    }

    [Fact]
    public void Between_ADamagedHeader_IsReadSoThatItIsNamed()
    {
        using var folder = new LogFolder();
        File.WriteAllText(Path.Combine(folder.Path, "requests-000000000001.log"), "no segment");

        Assert.Single(SegmentTimes.Between(SegmentList.Of(folder.Path, ofLabels: false), Start.UtcTicks, Start.UtcTicks + 1));
    }
}
