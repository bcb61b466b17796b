using Modelwright.Core.Data;
using Modelwright.Monitoring.Requests;
using Modelwright.Server.Requests;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Requests;

/// <summary>What was asked of a server, read back from its log.</summary>
public sealed class MappedRequestLogTests
{
    [Fact]
    public async Task Requests_WithLabels_AreReadBackAsTheyWereAsked()
    {
        using var folder = new TempFolder();
        using (var log = new MappedRequestLog(RequestLog.Open(folder.At("log"))))
        {
            await using var server = await TestServer.StartAsync(Packages.Churn(), options => options with { RequestLog = log });
            await Ask(server, "a", """{"age":50,"plan":"gold","married":true,"since":"2026-01-02","note":"hello"}""");
            await Ask(server, "b", """[{"age":30,"plan":null,"married":null,"since":null,"note":null},{"age":41,"plan":"platinum","married":false,"since":null,"note":""}]""");

            Assert.Equal(200, (await server.PostAsync("/models/churn/labels", """[{"id":"a","label":"yes"},{"id":"b","row":1,"label":"no"}]""")).Status);
        }

        var (rows, notes) = RequestLog.Read(folder.At("log"), "churn", cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(notes);
        Assert.Equal(["a", "b/0", "b/1"], Texts(rows, "@id"));
        Assert.Equal(["yes", "no", "yes"], Texts(rows, "@answer"));
        Assert.Equal(["yes", null, "no"], Texts(rows, "@label"));
        Assert.Equal(["50", "30", "41"], Texts(rows, "age"));
        Assert.Equal(["gold", null, "platinum"], Texts(rows, "plan"));
        Assert.Equal("hello", Texts(rows, "note")[0]);
    }

    [Fact]
    public async Task Shadow_StandsUnderANameOfItsOwn()
    {
        using var folder = new TempFolder();
        using (var log = new MappedRequestLog(RequestLog.Open(folder.At("log"))))
        {
            await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { RequestLog = log });
            var model = server.Models.All[0];
            model.Add(new("2", new(Packages.Number(3)), DateTimeOffset.UnixEpoch));
            model.Route(model.Split with { Shadow = "2" });
            await Ask(server, "a", """{"age":1,"income":5}""");
            while (Read(folder, "churn@shadow").RowCount == 0)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(["10"], Texts(Read(folder, "churn"), "@answer"));
        Assert.Equal(["15"], Texts(Read(folder, "churn@shadow"), "@answer"));
    }

    [Fact]
    public async Task Log_ThatIsClosed_LetsNoAnswerOut()
    {
        using var folder = new TempFolder();
        var log = new MappedRequestLog(RequestLog.Open(folder.At("log")));
        await using var server = await TestServer.StartAsync(Packages.Number(2), options => options with { RequestLog = log });
        log.Dispose();

        Assert.Equal(503, (await server.PostAsync("/predict", """{"age":7,"income":1}""")).Status);
    }

    private static Table Read(TempFolder folder, string model) => RequestLog.Read(folder.At("log"), model, cancellation: TestContext.Current.CancellationToken).Rows;

    private static async Task Ask(TestServer server, string id, string rows) =>
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Post, "/predict", rows, headers: ("X-Request-Id", id))).Status);

    private static string?[] Texts(Table rows, string column) => [.. Enumerable.Range(0, rows.RowCount).Select(row => rows[column].Format(row))];
}
