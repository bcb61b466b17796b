using Modelwright.Server.Documents;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Plain;

public sealed class BatchAndLabelTests
{
    [Fact]
    public async Task Batch_LinesOfJson_AreAnsweredEachInItsPlace()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var reply = await server.SendAsync(HttpMethod.Post, "/models/churn/batch", "{\"age\":1,\"income\":1}\n\r\n{\"age\":1}\nnonsense\n[{\"age\":1,\"income\":1}]\n{\"age\":1,\"income\":5}", "application/x-ndjson", headers: ("X-Request-Id", "b"));

        var lines = reply.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((200, "application/x-ndjson"), (reply.Status, reply.Type));
        Assert.Equal("""{"row":0,"id":"b-0","value":2}""", lines[0]);
        Assert.Equal("""{"row":1,"errors":[{"row":1,"column":"income","message":"it was not found, and the model needs it.","remedy":"Add it, with null where there is no value; case matters."}]}""", lines[1]);
        Assert.StartsWith("""{"row":2,"errors":""", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("""{"row":3,"errors":""", lines[3], StringComparison.Ordinal);
        Assert.Equal("""{"row":4,"id":"b-4","value":10}""", lines[4]);
    }

    [Fact]
    public async Task Batch_Csv_ReadsQuotesAndLineEnds()
    {
        await using var server = await TestServer.StartAsync(Packages.Churn());

        var reply = await server.PostAsync("/models/churn/batch", "\uFEFFage,plan,married,since,note\r\n50,gold,yes,2026-01-02,\"a, \"\"b\"\"\nc\"\r\n30,,,,\r\n1,2\r\n", "text/csv");

        var lines = reply.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"label\":\"yes\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"label\":\"no\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("it has 2 cells, and the header 5.", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_ManyRows_AreAllAnswered()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { Limits = new() { BodyBytes = 1000 } });

        var reply = await server.PostAsync("/models/churn/batch", string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{{\"age\":1,\"income\":{row}}}\n")), "application/x-ndjson");

        Assert.Equal(20_000, reply.Text.Count(letter => letter == '\n'));
        Assert.EndsWith("\"value\":39998}\n", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("age\n1\n", "text/csv", 400)]
    [InlineData("{}", "text/html", 415)]
    public async Task Batch_Wrong_IsRefused(string body, string type, int status)
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        Assert.Equal(status, (await server.PostAsync("/models/churn/batch", body, type)).Status);
    }

    [Fact]
    public async Task Batch_RefusedAmidItsBody_IsAnsweredEveryTime()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        await Parallel.ForAsync(0, 300, TestContext.Current.CancellationToken, async (_, _) =>
            Assert.Equal(400, (await server.PostAsync("/models/churn/batch", $"age\n{string.Concat(Enumerable.Repeat("1\n", 5000))}", "text/csv")).Status));
    }

    [Fact]
    public async Task Batch_LineTooLong_IsRefused()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { Limits = new() { LineBytes = 100 } });

        Assert.Equal(413, (await server.PostAsync("/models/churn/batch", new string('x', 1000), "application/x-ndjson")).Status);
    }

    [Fact]
    public async Task Labels_ByTheIdOfAnAnswer_AreKept()
    {
        var log = new ListLog();
        await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { RequestLog = log });

        var answer = await server.PostAsync("/predict", """{"age":7,"income":1}""");
        var id = answer.Json.GetProperty("id").GetString()!;
        var reply = await server.PostAsync("/models/churn/labels", $$"""[{"id":"{{id}}","label":2.5},{"id":"{{id}}","row":1,"label":"yes"}]""");

        Assert.Equal((200, """{"kept":2}"""), (reply.Status, reply.Text));
        Assert.Equal([new(id, 0, "2.5"), new(id, 1, "yes")], log.Labels);
        Assert.Equal((id, 7.0), (log.Requests.Single().Id, log.Requests.Single().Age));
    }

    [Fact]
    public async Task Log_Fails_NothingSeemsKept()
    {
        var log = new ListLog { Fails = true };
        await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { RequestLog = log });

        Assert.Equal(503, (await server.PostAsync("/predict", """{"age":7,"income":1}""")).Status);
        Assert.Equal(503, (await server.PostAsync("/models/churn/labels", """{"id":"a","label":1}""")).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a b","label":1}""")]
    [InlineData("""{"id":"a","label":null}""")]
    [InlineData("""{"id":"a","label":1,"row":-1}""")]
    [InlineData("7")]
    [InlineData("{")]
    public async Task Labels_Wrong_AreRefused(string body)
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { RequestLog = new ListLog() });

        Assert.Equal(400, (await server.PostAsync("/models/churn/labels", body)).Status);
    }

    [Fact]
    public async Task Labels_NoLog_AreRefused()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        Assert.Equal(409, (await server.PostAsync("/models/churn/labels", """{"id":"a","label":1}""")).Status);
    }

    [Fact]
    public async Task Metadata_TellsModelAndServer()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        var (list, model) = (await server.GetAsync("/models"), await server.GetAsync("/models/churn"));

        Assert.Equal("churn", list.Json.GetProperty("models")[0].GetProperty("name").GetString());
        Assert.Equal(server.Models.All[0].Versions[0].ModelId, model.Json.GetProperty("model_id").GetString());
        Assert.Equal("""[{"name":"age","type":"number"},{"name":"plan","type":"category"}]""", model.Json.GetProperty("columns").GetRawText());
        Assert.Equal("""["no","yes"]""", model.Json.GetProperty("classes").GetRawText());
    }

    [Fact]
    public async Task Documents_NameEveryRouteThatIsMapped()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());
        var mapped = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)server.App).DataSources.SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(route => route.RoutePattern.RawText!).Distinct();

        Assert.Equal(RouteCatalog.All.Select(route => route.Path).Distinct().Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
        Assert.Equal("3.1.0", (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("openapi").GetString());
        Assert.True((await server.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas").GetProperty("churn.row").GetProperty("properties").TryGetProperty("plan", out _));
        Assert.Contains("<td>plan</td>", (await server.GetAsync("/docs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_CountWhatWasAnswered()
    {
        await using var server = await TestServer.StartAsync(new() { ["counted"] = Packages.Number(2) }, (options, _) => options);
        await server.PostAsync("/predict", """[{"age":7,"income":1},{"age":7,"income":1}]""");

        var reply = await server.GetAsync("/metrics");

        Assert.Equal(200, reply.Status);
        Assert.Equal("2", reply.Text.Split('\n').Single(line => line.StartsWith("modelwright_server_rows_total{", StringComparison.Ordinal) && line.Contains("modelwright_model_name=\"counted\"", StringComparison.Ordinal)).Split(' ')[1]);
    }
}
