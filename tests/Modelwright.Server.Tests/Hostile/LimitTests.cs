using System.Net.Sockets;
using System.Text;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Hostile;

/// <summary>How many requests are worked on, and how long one may take.</summary>
public sealed class LimitTests
{
    private const string Row = """{"age":50,"income":10}""";

    // A request whose body stays half sent, so that it is being worked on.
    private static async Task<TcpClient> BeginAsync(TestServer server, string path = "/predict")
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Row.Length}\r\nConnection: close\r\n\r\n{Row[..5]}"), TestContext.Current.CancellationToken);
        return client;
    }

    // The same, once the server asks for the body: then it is being worked on, and nothing needs to be guessed.
    private static async Task<TcpClient> BeginAndWaitAsync(TestServer server)
    {
        const string Asked = "HTTP/1.1 100 Continue\r\n\r\n";
        var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Row.Length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        var answer = new byte[Asked.Length];
        await client.GetStream().ReadExactlyAsync(answer, TestContext.Current.CancellationToken);
        Assert.Equal(Asked, Encoding.ASCII.GetString(answer));
        return client;
    }

    private static async Task<string> EndAsync(TcpClient client, string rest = "")
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(rest), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Requests_AboveTheLimit_AreToldToComeAgainAndTheOthersEnd()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1), options => options with { Limits = new() { ConcurrentRequests = 2 } });
        using var first = await BeginAndWaitAsync(server);
        using var second = await BeginAndWaitAsync(server);

        var busy = await server.GetAsync("/models");
        var open = await server.GetAsync("/healthz");
        var (one, other) = (await EndAsync(first, Row), await EndAsync(second, Row));
        var after = await server.GetAsync("/models");

        Assert.Equal((503, "1"), (busy.Status, busy.Headers.RetryAfter?.ToString()));
        Assert.Equal("It works on 2 requests.", busy.Json.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(200, open.Status);
        Assert.All([one, other], reply => Assert.StartsWith("HTTP/1.1 200 OK\r\n", reply, StringComparison.Ordinal));
        Assert.Equal(200, after.Status);
    }

    [Fact]
    public async Task Body_ThatComesTooSlowly_IsEnded()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1), options => options with { Limits = new() { RequestTime = TimeSpan.FromMilliseconds(100) } });
        using var client = await BeginAsync(server);

        var reply = await EndAsync(client);

        Assert.StartsWith("HTTP/1.1 408 Request Timeout\r\n", reply, StringComparison.Ordinal);
        Assert.Contains("It was not there after 0.1 seconds.", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_ThatTakesTooLong_IsEnded()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1), options => options with { Limits = new() { RequestTime = TimeSpan.FromMilliseconds(20) } });
        using var client = await BeginAsync(server, "/models/churn/batch");

        var reply = await EndAsync(client);

        Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\n", reply, StringComparison.Ordinal);
        Assert.Contains("The request took too long.", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_ThatDoNotCome_EndTheirConnection()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1), options => options with { Limits = new() { HeaderTime = TimeSpan.FromMilliseconds(200) } });
        using var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("GET /models HTTP/1.1\r\nHost: local"u8.ToArray(), TestContext.Current.CancellationToken);

        var reply = await EndAsync(client);

        Assert.True(reply.Length == 0 || reply.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), reply);
        Assert.Equal(200, (await server.GetAsync("/healthz")).Status);
    }
}
