using System.Net.Sockets;
using System.Text;
using CsCheck;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Hostile;

public sealed class HostileTests
{
    private static readonly string[] Paths = ["/predict", "/models/churn/predict", "/models/churn/batch", "/models/churn/labels", "/v2/models/churn/infer", "/manage/models/churn/versions", "/manage/models/churn/rollback"];

    private static readonly string[] Bodies =
    [
        """{"age":50,"plan":"gold"}""",
        """[{"age":50,"plan":"gold"},{"age":null,"plan":"x"}]""",
        """{"id":"a","inputs":[{"name":"age","shape":[1],"datatype":"FP64","data":[1]},{"name":"plan","shape":[1,1],"datatype":"BYTES","data":[["gold"]]}]}""",
        """{"id":"a","label":"yes","row":1}""",
        """{"package":"x.mw","version":"2"}""",
    ];

    [Fact]
    public async Task AnyBody_ChangedAnyhow_IsNeverAFaultOfTheServer()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { RequestLog = new ListLog() });
        var changed = Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[0, Bodies.Length - 1], Gen.Int[0, 200], Gen.Byte.Array[0, 4], Gen.Bool, (path, body, at, bytes, cuts) =>
        {
            var whole = Encoding.UTF8.GetBytes(Bodies[body]);
            at = Math.Min(at, whole.Length);
            return (Path: Paths[path], Body: (byte[])[.. whole[..at], .. bytes, .. cuts ? [] : whole[at..]]);
        });

        await changed.SampleAsync(async one =>
        {
            var reply = await server.SendAsync(HttpMethod.Post, one.Path, one.Body, "application/json");
            Assert.InRange(reply.Status, 200, 499);
        }, iter: 400, threads: 2);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deep_AndHuge_AreRefused()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { Limits = new() { BodyBytes = 100_000, Rows = 10, TextLength = 50 } });

        Assert.Equal(400, (await server.PostAsync("/predict", new string('[', 50_000))).Status);
        Assert.Equal(400, (await server.PostAsync("/v2/models/churn/infer", new string('[', 50_000))).Status);
        Assert.Equal(413, (await server.PostAsync("/predict", new string(' ', 100_001))).Status);
        Assert.Equal(413, (await server.PostAsync("/predict", $"[{string.Join(',', Enumerable.Repeat("""{"age":1,"plan":"x"}""", 11))}]")).Status);
        Assert.Equal(400, (await server.PostAsync("/predict", $$"""{"age":1,"plan":"{{new string('x', 51)}}"}""")).Status);
        Assert.Equal(413, (await server.PostAsync("/v2/models/churn/infer", """{"inputs":[{"name":"age","shape":[11],"datatype":"FP64","data":[]},{"name":"plan","shape":[11],"datatype":"FP64","data":[]}]}""")).Status);
        Assert.Equal(415, (await server.PostAsync("/predict", "age=1", "application/x-www-form-urlencoded")).Status);
    }

    [Theory]
    [InlineData("/models/..%2f..%2fetc%2fpasswd/predict")]
    [InlineData("/v2/models/%2e%2e/infer")]
    [InlineData("/models/churn/versions/..%5c..%5cx/predict")]
    [InlineData("/models/churn%00/predict")]
    [InlineData("/nothing")]
    public async Task Paths_ThatLeadElsewhere_LeadNowhere(string path)
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        Assert.InRange((await server.PostAsync(path, "{}")).Status, 400, 405);
    }

    [Fact]
    public async Task Bytes_ThatAreNoHttp_EndTheirConnectionAlone()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());
        foreach (var text in new[] { "\0\0\0\0\r\n\r\n", "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "POST /predict HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "GET / HTTP/9.9\r\n\r\n" })
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(client.GetStream());
            Assert.DoesNotContain(" 500 ", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(200, (await server.GetAsync("/healthz")).Status);
    }

    [Theory]
    [InlineData("/predict", "Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\nx")]
    [InlineData("/predict", "Transfer-Encoding: chunked\r\n", "ZZ\r\n")]
    [InlineData("/models/churn/batch", "Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\nx")]
    [InlineData("/v2/models/churn/infer", "Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\nx")]
    public async Task Body_ThatIsPartedWrongly_IsRefusedAndEndsItsConnection(string path, string length, string body)
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { RequestLog = new ListLog() });
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var type = path.EndsWith("batch", StringComparison.Ordinal) ? "text/csv" : "application/json";
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\n{length}\r\n{body}"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("The request cannot be read.", answer, StringComparison.Ordinal);
        Assert.Equal(200, (await server.PostAsync("/predict", """{"age":50,"plan":"gold"}""")).Status);
        await server.App.StopAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.Contains("abnormally", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/predict", "{\"age\":")]
    [InlineData("/predict", "")]
    [InlineData("/models/churn/batch", "age,plan\n1,")]
    [InlineData("/models/churn/labels", "")]
    [InlineData("/v2/models/churn/infer", "{")]
    public async Task Body_ThatEndsEarly_EndsItsConnectionAloneAndQuietly(string path, string body)
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { RequestLog = new ListLog() });
        for (var caller = 0; caller < 20; caller++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            var type = path.EndsWith("batch", StringComparison.Ordinal) ? "text/csv" : "application/json";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 1000\r\n\r\n{body}"), TestContext.Current.CancellationToken);
            client.Client.Shutdown(SocketShutdown.Send);
            var answer = await ReadAsync(stream);
            Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400 Bad Request\r\n", StringComparison.Ordinal), answer);
        }

        Assert.Equal(200, (await server.PostAsync("/predict", """{"age":50,"plan":"gold"}""")).Status);
        await server.App.StopAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.Contains("abnormally", StringComparison.Ordinal));
    }

    // A connection that is reset has no answer.
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return "";
        }
    }

    [Fact]
    public async Task SlowBody_IsEndedAfterItsTime()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { Limits = new() { RequestTime = TimeSpan.FromMilliseconds(200) } });
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_RequestsInFlight_EndAndReadinessGoesFirst()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { DrainDelay = TimeSpan.FromSeconds(1) });
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        const string Body = """{"age":50,"plan":"gold"}""";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..5]}"), TestContext.Current.CancellationToken);

        var stopping = server.App.StopAsync(TestContext.Current.CancellationToken);
        while ((await server.GetAsync("/readyz")).Status == 200)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(503, (await server.GetAsync("/v2/health/ready")).Status);
        Assert.Equal(200, (await server.PostAsync("/predict", Body)).Status);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[5..]), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
        client.Close();
        await stopping;
    }
}
