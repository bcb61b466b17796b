using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>'serve' listens, says where, and ends when it is asked to.</summary>
public sealed class ServeVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string At(string name) => Path.Combine(_folder.Path, name);

    // Runs until the server has said where it is, asks it, and asks it to stop.
    private static async Task<TestHost> ServeAsync(bool isTerminal, Func<TestHost, HttpClient, Task> ask, params string[] arguments)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Patience);
        var host = new TestHost { IsTerminal = isTerminal, Stop = stop.Token };
        var serving = Task.Run(() => host.RunAsync(["serve", .. arguments, "--port", "0"]));
        while (!serving.IsCompleted && !(isTerminal ? host.Output.Contains("ends it.", StringComparison.Ordinal) : host.Output.EndsWith("}\n", StringComparison.Ordinal)))
        {
            await Task.Delay(5, stop.Token);
        }

        Assert.False(serving.IsCompleted, host.Output + host.Error);
        using var client = new HttpClient { BaseAddress = new(isTerminal ? host.Output.Split('\n')[0].Split(' ')[^1] : host.Document.GetProperty("url").GetString()!) };
        await ask(host, client);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await serving);
        return host;
    }

    private static async Task<(int Status, JsonElement Json)> GetAsync(HttpClient client, string path)
    {
        using var reply = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return ((int)reply.StatusCode, JsonDocument.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    [Fact]
    public async Task Serve_ForAProgram_SaysWhereAsItsSchemaSays()
    {
        var host = await ServeAsync(isTerminal: false, async (_, client) => Assert.Equal(200, (await GetAsync(client, "/readyz")).Status), $"yes={trained.ClassPackage}", $"amount={trained.NumberPackage}");

        Assert.Empty(JsonSchema.Faults(host.Document, "serve.schema.json"));
        Assert.Equal(["amount", "yes"], host.Document.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task Serve_ForAPerson_SaysHowToAsk()
    {
        var host = await ServeAsync(isTerminal: true, async (_, client) => Assert.Equal(200, (await GetAsync(client, "/models/model")).Status), trained.ClassPackage);

        Assert.StartsWith("Serving at http://127.0.0.1:", host.Output, StringComparison.Ordinal);
        Assert.Contains("/models/model/predict\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AModelOfTheRegistry_IsItsChampion()
    {
        var store = At("runs.db");
        foreach (var call in new string[][] { ["register", trained.ClassPackage, "--name", "churn"], ["register", trained.NumberPackage, "--name", "churn"], ["promote", "churn@1", "--force", "--reason", "first"] })
        {
            var host = new TestHost();
            Assert.True(await host.RunAsync(["models", .. call, "--store", store]) == ExitCode.Done, host.Error);
        }

        var served = await ServeAsync(
            isTerminal: false,
            async (_, client) => Assert.Equal(1, (await GetAsync(client, "/registry/models/churn")).Json.GetProperty("champion").GetInt32()),
            "churn@champion", "newest=churn@2", "--store", store, "--poll", "1s", "--challenger-shadow");

        Assert.Equal([("churn", "1"), ("newest", "2")], served.Document.GetProperty("models").EnumerateArray().Select(model => (model.GetProperty("name").GetString()!, model.GetProperty("version").GetString()!)));
    }

    [Fact]
    public async Task Serve_WatchedAndTrainedAgain_HasItsRoutes()
    {
        var store = At("runs.db");
        foreach (var call in new string[][] { ["register", trained.ClassPackage, "--name", "churn"], ["promote", "churn@1", "--force", "--reason", "first"] })
        {
            await new TestHost().RunAsync(["models", .. call, "--store", store]);
        }

        await ServeAsync(
            isTerminal: false,
            async (_, client) =>
            {
                Assert.Equal(200, (await GetAsync(client, "/models/churn/monitor")).Status);
                Assert.Equal(200, (await GetAsync(client, "/manage/models/churn/retrain")).Status);
            },
            "churn", "--store", store, "--log", At("log"), "--monitor", "--monitor-reference", trained.ClassFile, "--monitor-rows", "500", "--retrain", "--retrain-schedule", "0 0 3 * * ?", "--retrain-data", trained.ClassFile);
    }

    [Fact]
    public async Task NewKey_IsToldOnceAndOpensTheDoor()
    {
        var keys = At("keys.json");
        var (machine, person) = (new TestHost { IsTerminal = false }, new TestHost());

        Assert.Equal(ExitCode.Done, await machine.RunAsync("serve", "--keys", keys, "--new-key", "shop", "--roles", "predict,manage"));
        Assert.Equal(ExitCode.Done, await person.RunAsync("serve", "--keys", keys, "--new-key", "desk"));

        Assert.Empty(JsonSchema.Faults(machine.Document, "serve.schema.json"));
        var key = machine.Document.GetProperty("key").GetString()!;
        Assert.StartsWith("The key of 'desk'; it is kept nowhere else: \nmw_", person.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await File.ReadAllTextAsync(keys, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await ServeAsync(
            isTerminal: false,
            async (_, client) =>
            {
                Assert.Equal(401, (await GetAsync(client, "/models")).Status);
                client.DefaultRequestHeaders.Authorization = new("Bearer", key);
                Assert.Equal(200, (await GetAsync(client, "/manage/models/model")).Status);
            },
            trained.ClassPackage, "--keys", keys);
    }

    [Theory]
    [InlineData("PACKAGE is missing: modelwright serve PACKAGE… [options]")]
    [InlineData("Two packages would be served as 'a'. Give one another name: NAME=b/a.mw", "a.mw", "b/a.mw")]
    [InlineData("--keys is missing: it names the file to which the new key is added.", "--new-key", "shop")]
    [InlineData("--roles: there is no role 'king'. The roles are predict, label and manage, with commas between.", "--new-key", "shop", "--roles", "king")]
    [InlineData("--log is missing: --log-share and --log-drop say what of the requests is kept there.", "a.mw", "--log-share", "0.5")]
    [InlineData("--address here: this is no address. Give one such as 127.0.0.1 or 0.0.0.0.", "a.mw", "--address", "here")]
    [InlineData("--poll: no model of the registry is served. Name one, such as churn@champion, or leave it out.", "a.mw", "--poll", "5s")]
    [InlineData("--challenger-share must be a number from 0 to 1. Got '2'. Write it with a decimal point, such as 0.9.", "churn@champion", "--challenger-share", "2")]
    [InlineData("--monitor is missing: --monitor-rows has no use without it.", "a.mw", "--monitor-rows", "500")]
    [InlineData("--monitor-reference x.csv: which model is meant? Write NAME=FILE; served are a, b.", "a.mw", "b.mw", "--monitor", "--monitor-reference", "x.csv")]
    [InlineData("--monitor-reference names two files of 'a'. Leave one out.", "a.mw", "--monitor", "--monitor-reference", "x.csv", "--monitor-reference", "a=y.csv")]
    [InlineData("--webhook is not an address. Write it whole, such as https://example.com/hooks/models.", "a.mw", "--monitor", "--webhook", "here")]
    [InlineData("--matters must be above 0 and below 1. Got '2'. 0.025 is the default: 0.80 that becomes 0.78.", "a.mw", "--monitor", "--matters", "2")]
    [InlineData("--retrain is missing: --retrain-budget and --retrain-search have no use without it.", "a.mw", "--retrain-budget", "5m", "--retrain-search")]
    [InlineData("ServerOptions.Monitoring needs a log of requests that can be read back. Give one (--log).", "a.mw", "--monitor")]
    [InlineData("ServerOptions.Retraining needs a model of the registry that is served by an alias", "a.mw", "--retrain")]
    [InlineData("is no cron expression. Write seconds, minutes, hours", "a.mw", "--retrain", "--retrain-schedule", "at three")]
    public async Task Serve_WrongCall_SaysWhatToDo(string expected, params string[] arguments)
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["serve", .. arguments]));
        Assert.Contains(expected, host.Error.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_PortThatIsTaken_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("serve", trained.ClassPackage, "--port", port));
        Assert.Contains($"Port {port} of 127.0.0.1 cannot be listened on: ", host.Error, StringComparison.Ordinal);
    }
}
