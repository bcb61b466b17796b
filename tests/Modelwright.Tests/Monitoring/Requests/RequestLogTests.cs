using System.Text;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Requests;

namespace Modelwright.Tests.Monitoring.Requests;

/// <summary>What is logged is what is read.</summary>
public sealed class RequestLogTests(LogFixture trained) : IClassFixture<LogFixture>
{
    private static readonly RequestLogOptions Small = new() { SegmentBytes = 1 << 16 };

    private static Table Read(LogFolder folder) => RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken).Rows;

    private void Fill(LogFolder folder, int rows, RequestLogOptions? options = null)
    {
        using var log = RequestLog.Open(folder.Path, options ?? Small);
        var model = log.Register("churn", trained.Package);
        var table = LogFixture.Rows(rows);
        for (var row = 0; row < rows; row++)
        {
            var one = table.Take([row]);
            model.Append($"r{row}", one, trained.Predictor.Predict(one));
        }
    }

    [Fact]
    public async Task Read_RowsWithLabels_AreAsTheyWereLogged()
    {
        using var folder = new LogFolder();
        var rows = LogFixture.Rows(40);
        var answers = trained.Predictor.Predict(rows);
        using (var log = RequestLog.Open(folder.Path, Small))
        {
            Assert.True(log.Register("churn", trained.Package).Append("many", rows, answers));
            await log.AppendLabelAsync("many/3", "no");
            await log.AppendLabelAsync("many/3", "yes");
            await log.AppendLabelsAsync([new("many/5", "no"), new("many/6", "no"), new("many/6", null)]);

            Assert.Equal(40, Read(folder).RowCount);
        }

        var (read, notes) = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(notes);
        Assert.Equal(
            ["@answer", "@id", "@label", "@label_time", "@model", "@probability:no", "@probability:yes", "@time", "age", "income", "plan"],
            read.Names.Order(StringComparer.Ordinal));
        foreach (var name in rows.Names)
        {
            Assert.Equal(Enumerable.Range(0, 40).Select(rows[name].Format), Enumerable.Range(0, 40).Select(read[name].Format));
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(answers.Label), Enumerable.Range(0, 40).Select(row => read["@answer"].Format(row)!));
        Assert.Equal(["yes", "no"], new[] { 3, 5 }.Select(read["@label"].Format));
        Assert.Equal(2, RequestLog.Labelled(read, "churned").RowCount);
        Assert.Equal(["age", "income", "plan", "churned"], RequestLog.Labelled(read, "churned").Names);
    }

    [Fact]
    public void Read_AnyCells_ComeBack() => Gen.Select(Gen.Double, Gen.String, Gen.Bool).Array[1, 20].Sample(
        cells =>
        {
            using var folder = new LogFolder();
            using var log = RequestLog.Open(folder.Path, Small);
            var model = log.Register("churn", trained.Package);
            foreach (var (number, text, isMissing) in cells)
            {
                model.Append("id", [number, double.NaN], [], ["", "", isMissing ? null : text], [0.25, 0.75]);
            }

            var read = Read(folder);
            Assert.Equal(cells.Select(cell => cell.Item1), Enumerable.Range(0, cells.Length).Select(row => ((NumberColumn)read["age"]).Values.At(row)));
            var texts = cells.Select(cell => cell.Item3 ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell.Item2)));
            Assert.Equal("plan", model.Columns[2].Name);
            Assert.Equal(texts, Enumerable.Range(0, cells.Length).Select(read["plan"].Format));
        },
        iter: 30);

    [Fact]
    public void Read_SegmentCutAnywhere_GivesTheRowsBeforeTheCut()
    {
        using var folder = new LogFolder();
        Fill(folder, 6);
        var path = Assert.Single(folder.Segments("requests"));
        var whole = File.ReadAllBytes(path);
        var seen = new HashSet<int>();
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var (rows, notes) = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken);
            seen.Add(rows.RowCount);
            Assert.Equal(Enumerable.Range(0, rows.RowCount).Select(row => $"r{row}"), Enumerable.Range(0, rows.RowCount).Select(rows["@id"].Format));
            Assert.True(length >= SegmentHeader.Bytes || notes.Count == 1);
        }

        Assert.Equal(Enumerable.Range(0, 7), seen.Order());
    }

    [Fact]
    public void Read_AByteFlipped_LosesOneRowAtMostOrSaysSo()
    {
        using var folder = new LogFolder();
        Fill(folder, 6);
        var path = Assert.Single(folder.Segments("requests"));
        var whole = File.ReadAllBytes(path);
        for (var place = 0; place < whole.Length; place++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= 0x10;
            File.WriteAllBytes(path, bytes);
            var (rows, notes) = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken);
            Assert.True(rows.RowCount == 6 || notes.Count > 0, $"byte {place}");
        }
    }

    [Fact]
    public void Read_ForeignFiles_AreNamedAndPassedOver()
    {
        using var folder = new LogFolder();
        Fill(folder, 3);
        File.WriteAllText(Path.Combine(folder.Path, "requests-000000000009.log"), "not a segment, but named as one, and longer than a header would be, so that it is looked at");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "labels-000000000001.log"), "/etc/hostname");

        var (rows, notes) = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(3, rows.RowCount);
        Assert.Equal(
            ["labels-000000000001.log was passed over: It is a link, and links are not followed.", "requests-000000000009.log was passed over: It does not begin as a segment of a request log."],
            notes);
    }

    [Fact]
    public void Append_EightThreads_LosesNothing()
    {
        using var folder = new LogFolder();
        var one = LogFixture.Rows(1);
        var answer = trained.Predictor.Predict(one);
        using (var log = RequestLog.Open(folder.Path, Small))
        {
            var model = log.Register("churn", trained.Package);
            var threads = Enumerable.Range(0, 8).Select(thread => new Thread(() =>
            {
                for (var row = 0; row < 500; row++)
                {
                    model.Append($"{thread}-{row}", one, answer);
                }
            })).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }

        var read = Read(folder);
        Assert.True(folder.Segments("requests").Length > 3);
        Assert.Equal(4000, Enumerable.Range(0, read.RowCount).Select(read["@id"].Format).Distinct().Count());
        Assert.Equal(4000, read.RowCount);
        Assert.Equal(4000, RequestLog.ReadBlocks(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken).Sum(block => block.RowCount));
    }

    [Fact]
    public void Append_OneRow_AllocatesNothing()
    {
        using var folder = new LogFolder();
        using var log = RequestLog.Open(folder.Path);
        var model = log.Register("churn", trained.Package);
        var one = LogFixture.Rows(1);
        var answer = trained.Predictor.Predict(one);
        model.Append("warm", one, answer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var row = 0; row < 100; row++)
        {
            model.Append("id", one, answer);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Append_RedactedColumns_LeaveNoValue()
    {
        using var folder = new LogFolder();
        Fill(folder, 20, Small with { Dropped = ["income"], Hashed = ["plan", "age"], Salt = new byte[16] });

        var read = Read(folder);
        var bytes = File.ReadAllText(Assert.Single(folder.Segments("requests")), Encoding.Latin1);
        Assert.DoesNotContain("basic", bytes, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 20), row => Assert.True(read["income"].IsMissing(row)));
        Assert.All(Enumerable.Range(0, 20), row => Assert.Equal(64, read["age"].Format(row)!.Length));
        var plans = LogFixture.Rows(20)["plan"];
        Assert.Equal(Enumerable.Range(0, 20).Select(plans.Format).Distinct().Count(), Enumerable.Range(0, 20).Select(read["plan"].Format).Distinct().Count());
    }

    [Fact]
    public void Append_AShare_IsTakenByIdsAlone()
    {
        using var folder = new LogFolder();
        Fill(folder, 1000, Small with { Share = 0.3 });
        var first = Read(folder);
        using var again = new LogFolder();
        Fill(again, 1000, Small with { Share = 0.3 });
        var second = Read(again);

        Assert.InRange(first.RowCount, 250, 350);
        Assert.Equal(Enumerable.Range(0, first.RowCount).Select(first["@id"].Format), Enumerable.Range(0, second.RowCount).Select(second["@id"].Format));
    }

    [Fact]
    public void Open_TooLarge_RemovesTheOldestAndSaysSo()
    {
        using var folder = new LogFolder();
        Fill(folder, 4000);
        Assert.True(folder.Segments("requests").Length > 5);

        Fill(folder, 1, Small with { MostBytes = 4L << 16 });

        var (rows, notes) = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken);
        Assert.True(new DirectoryInfo(folder.Path).EnumerateFiles("*.log").Sum(file => file.Length) <= 4L << 16);
        Assert.InRange(rows.RowCount, 1, 3999);
        Assert.Contains(notes, note => note.StartsWith("Removed requests-000000000001.log (", StringComparison.Ordinal) && note.EndsWith("the log was larger than MostBytes.", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_Twice_IsRefused()
    {
        using var folder = new LogFolder();
        using var log = RequestLog.Open(folder.Path, Small);

        var fault = Assert.Throws<OptionsException>(() => RequestLog.Open(folder.Path, Small));

        Assert.Equal($"The request log '{folder.Path}' is written by another program. End that one, or give this one a folder of its own.", fault.Message);
    }

    [Fact]
    public void Open_WrongOptions_SaysAllAtOnce()
    {
        var fault = Assert.Throws<OptionsException>(() => RequestLog.Open("never-made", new() { SegmentBytes = 1, Share = 0, Hashed = ["a"] }));

        Assert.Equal(
            """
            SegmentBytes must be from 65536 to 1073741824. Got 1. 64 MB is the default.
            Share must be above 0 and at most 1. Got 0. Without a log, open none.
            Salt must have 16 bytes or more where columns are hashed. Got 0. Draw it by chance once, and keep it secret.
            """,
            fault.Message);
        Assert.False(Directory.Exists("never-made"));
    }
}
