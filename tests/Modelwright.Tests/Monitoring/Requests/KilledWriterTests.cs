using System.Diagnostics;
using System.Globalization;
using Modelwright.Monitoring.Requests;

namespace Modelwright.Tests.Monitoring.Requests;

/// <summary>A writer that is killed leaves all that it acknowledged.</summary>
public sealed class KilledWriterTests(LogFixture trained) : IClassFixture<LogFixture>
{
    private const string FolderVariable = "MODELWRIGHT_KILLED_LOG";

    [Fact]
    public async Task Log_WriterKilled_HasEveryAcknowledgedRecord()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } given)
        {
            await WriteForEverAsync(given);
            return;
        }

        using var folder = new LogFolder();
        var told = Path.Combine(folder.Path, "acknowledged.txt");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", $"*{nameof(Log_WriterKilled_HasEveryAcknowledgedRecord)}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[FolderVariable] = folder.Path;
        using (var process = Process.Start(start)!)
        {
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            while (!File.Exists(told) || new FileInfo(told).Length < 20_000)
            {
                Assert.False(process.HasExited, "The writer ended by itself.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // The last line may be half written, so only whole ones count as acknowledged.
        var text = await File.ReadAllTextAsync(told, TestContext.Current.CancellationToken);
        string[] acknowledged = [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var (rows, _) = RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken);
        var found = Enumerable.Range(0, rows.RowCount).ToDictionary(row => rows["@id"].Format(row)!, row => rows["@label"].Format(row), StringComparer.Ordinal);
        Assert.All(acknowledged, line => Assert.True(line.StartsWith('r') ? found.ContainsKey(line) : found["r" + line[1..]] == "yes", line));
        Assert.Contains(acknowledged, line => line.StartsWith('l'));

        using (RequestLog.Open(folder.Path, new() { SegmentBytes = 1 << 16 }))
        {
            Assert.Equal(rows.RowCount, RequestLog.Read(folder.Path, "churn", cancellation: TestContext.Current.CancellationToken).Rows.RowCount);
        }
    }

    // One line of "r17" is written only when the row is in the log, one of "l17" when its label is.
    private async Task WriteForEverAsync(string folder)
    {
        using var log = RequestLog.Open(folder, new() { SegmentBytes = 1 << 16 });
        var model = log.Register("churn", trained.Package);
        var one = LogFixture.Rows(1);
        var answer = trained.Predictor.Predict(one);
        await using var told = new StreamWriter(Path.Combine(folder, "acknowledged.txt")) { AutoFlush = true };
        for (var row = 0; ; row++)
        {
            var number = row.ToString(CultureInfo.InvariantCulture);
            model.Append("r" + number, one, answer);
            await told.WriteAsync($"r{number}\n");
            if (row % 50 == 0)
            {
                await log.AppendLabelAsync("r" + number, "yes");
                await told.WriteAsync($"l{number}\n");
            }
        }
    }
}
