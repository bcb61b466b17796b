using Modelwright.Hosting.Tests.Data;
using Modelwright.Samples.Worker;

namespace Modelwright.Hosting.Tests.Samples;

/// <summary>The sample worker over a folder of its own.</summary>
public sealed class WorkerTests
{
    [Fact(Timeout = 120_000)]
    public async Task Run_FilesInTheInbox_AreAnsweredOrSaidToBeWrong()
    {
        using var folder = new TempFolder();
        var inbox = Directory.CreateDirectory(folder.At("inbox")).FullName;
        Packages.Classes("no", "yes").Write(folder.At("model.mw"), 1);
        await WriteAsync(inbox, "a.csv", "age,plan\n40,gold\n,basic\n");
        await WriteAsync(inbox, "b.jsonl", "{\"age\": 40, \"plan\": \"gold\"}\n");
        await WriteAsync(inbox, "c.csv", "years,plan\n40,gold\n");
        await WriteAsync(inbox, "d.part", "age");
        using var host = InboxHost.Build([$"--Modelwright:Path={folder.At("model.mw")}", $"--Inbox:Folder={inbox}", "--Inbox:Pause=00:00:00.01"]);

        await host.StartAsync(TestContext.Current.CancellationToken);
        await ThereAsync(Path.Combine(inbox, "failed", "c.csv"));
        await WriteAsync(inbox, "e.part", "age,plan\n40,gold\n");
        File.Move(Path.Combine(inbox, "e.part"), Path.Combine(inbox, "e.csv"));
        await ThereAsync(Path.Combine(inbox, "done", "e.csv"));
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["d.part"], Names(inbox));
        Assert.Equal(["a.answers.csv", "a.csv", "b.answers.jsonl", "b.jsonl", "e.answers.csv", "e.csv"], Names(Path.Combine(inbox, "done")));
        Assert.Equal(["c.csv", "c.csv.error.txt"], Names(Path.Combine(inbox, "failed")));
        var answers = await File.ReadAllLinesAsync(Path.Combine(inbox, "done", "a.answers.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(["prediction,probability:no,probability:yes", "no,0.5,0.5"], answers[..2]);
        Assert.Equal(3, answers.Length);
        var error = await File.ReadAllTextAsync(Path.Combine(inbox, "failed", "c.csv.error.txt"), TestContext.Current.CancellationToken);
        Assert.StartsWith("Column 'age' was not found, and the model needs it.", error, StringComparison.Ordinal);
    }

    private static string[] Names(string folder) => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static Task WriteAsync(string folder, string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);

    private static async Task ThereAsync(string path)
    {
        while (!File.Exists(path))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
