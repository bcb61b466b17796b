using System.Diagnostics;
using System.Text;
using Modelwright.Monitoring.Requests;
using Modelwright.Server.Requests;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Requests;

/// <summary>A server that is killed while it is asked leaves every request and label that it answered, and the champion that it said it had promoted.</summary>
public sealed class KilledServerTests
{
    private const string FolderVariable = "MODELWRIGHT_KILLED_SERVER";
    private const int FewestRequests = 200;
    private const int FewestLabels = 10;
    private const int Versions = 3;

    [Fact]
    public async Task Server_Killed_HasAllThatItAcknowledged()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } given)
        {
            await ServeForEverAsync(given);
            return;
        }

        using var folder = new TempFolder();
        var registry = new TestRegistry(folder);
        for (var version = 1; version <= Versions; version++)
        {
            registry.Add(Packages.Number(version));
        }

        registry.Promote("churn@1");
        using var process = Start(folder.Path);
        using var client = new HttpClient { BaseAddress = await AddressAsync(folder, process) };
        var (requests, labels, promotions) = (new List<string>(), new List<string>(), (Asked: 1, Done: 1));
        var calling = Task.WhenAll(
            UntilGone(async number =>
            {
                var id = $"r{number}";
                await SendAsync(client, HttpMethod.Post, "/predict", """{"age":1,"income":5}""", id);
                requests.Add(id);
            }),
            UntilGone(async number =>
            {
                while (requests.Count <= number)
                {
                    ObjectDisposedException.ThrowIf(process.HasExited, process);
                    await Task.Delay(1, TestContext.Current.CancellationToken);
                }

                await SendAsync(client, HttpMethod.Post, "/models/churn/labels", $$"""{"id":"r{{number}}","label":"{{number}}"}""");
                labels.Add($"r{number}");
            }),
            UntilGone(async number =>
            {
                promotions.Asked = (number % Versions) + 1;
                await SendAsync(client, HttpMethod.Post, "/registry/models/churn/promote", $$"""{"version":{{promotions.Asked}}}""");
                promotions.Done = promotions.Asked;
            }));
        while (requests.Count < FewestRequests || labels.Count < FewestLabels)
        {
            Assert.False(calling.IsCompleted, "The server did not answer.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await calling;

        var (rows, _) = RequestLog.Read(folder.At("log"), "churn", cancellation: TestContext.Current.CancellationToken);
        var found = Enumerable.Range(0, rows.RowCount).ToDictionary(row => rows["@id"].Format(row)!, row => rows["@label"].Format(row), StringComparer.Ordinal);
        Assert.All(requests, id => Assert.True(found.ContainsKey(id), id));
        Assert.All(labels, id => Assert.Equal(id[1..], found[id]));
        var champion = registry.Models.Resolve("churn@champion").Version;
        Assert.True(champion == promotions.Done || champion == promotions.Asked, $"{champion} is champion, {promotions.Done} was acknowledged and {promotions.Asked} under way.");

        await using var again = await TestServer.StartAsync([], (options, _) => Options(options, registry, RequestLog.Open(folder.At("log"))));
        var answer = await again.PostAsync("/predict", """{"age":1,"income":5}""");
        Assert.Equal((200, $"{champion}", champion * 5), (answer.Status, answer.Json.GetProperty("version").GetString(), answer.Json.GetProperty("value").GetDouble()));
    }

    private static ServerOptions Options(ServerOptions options, TestRegistry registry, RequestLog log) => options with
    {
        RequestLog = new MappedRequestLog(log),
        Registry = new() { Store = registry.Store, Models = new Dictionary<string, string> { ["churn"] = "churn@champion" } },
    };

    private static async Task UntilGone(Func<int, Task> call)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                await call(number);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException { StatusCode: null } or IOException or ObjectDisposedException)
        {
            // The server is gone; what was not answered was not acknowledged.
        }
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, string body, string? id = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (id is not null)
        {
            request.Headers.Add("X-Request-Id", id);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", $"*{nameof(Server_Killed_HasAllThatItAcknowledged)}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[FolderVariable] = folder;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<Uri> AddressAsync(TempFolder folder, Process process)
    {
        while (!File.Exists(folder.At("address.txt")))
        {
            Assert.False(process.HasExited, "The server ended by itself.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return new(await File.ReadAllTextAsync(folder.At("address.txt"), TestContext.Current.CancellationToken));
    }

    private static async Task ServeForEverAsync(string path)
    {
        using var log = RequestLog.Open(Path.Combine(path, "log"));
        await using var server = await TestServer.StartAsync([], (options, _) => options with
        {
            RequestLog = new MappedRequestLog(log),
            Registry = new() { Store = new(Path.Combine(path, "runs.db")), Models = new Dictionary<string, string> { ["churn"] = "churn@champion" } },
        });
        var beside = Path.Combine(path, "address.partial");
        await File.WriteAllTextAsync(beside, server.Client.BaseAddress!.ToString(), TestContext.Current.CancellationToken);
        File.Move(beside, Path.Combine(path, "address.txt"));
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }
}
