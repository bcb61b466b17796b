using System.Collections.Concurrent;
using System.Diagnostics;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Measuring;

/// <summary>What the server does is told as activities, with model, version and rows.</summary>
public sealed class TracesTests
{
    private const string Row = """{"age":50,"income":10}""";

    [Fact]
    public async Task Activities_NameWhatIsDoneWithWhichVersion()
    {
        var seen = new ConcurrentQueue<(string Name, string? Version, object? Rows, bool HasParent)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Modelwright" || source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests run beside this one.
                if (activity.GetTagItem("modelwright.model.name") is "traced")
                {
                    seen.Enqueue((activity.OperationName, (string?)activity.GetTagItem("modelwright.model.version"), activity.GetTagItem("modelwright.rows"), activity.ParentSpanId != default));
                    Assert.DoesNotContain(activity.TagObjects, tag => tag.Value is string text && text.Contains("50", StringComparison.Ordinal));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await TestServer.StartAsync(new() { ["traced"] = Packages.Number(1) }, (options, _) => options with { RequestLog = new ListLog() });

        await server.PostAsync("/models/traced/predict", $"[{Row},{Row}]");
        await server.PostAsync("/models/traced/batch", $"{Row}\n{Row}\n{Row}\n", "application/x-ndjson");
        await server.PostAsync("/v2/models/traced/infer", """{"inputs":[{"name":"age","shape":[1],"datatype":"FP64","data":[50]},{"name":"income","shape":[1],"datatype":"FP64","data":[10]}]}""");
        await server.PostAsync("/models/traced/labels", """[{"id":"a","label":1}]""");
        server.Models.All[0].Take(new("2", new(Packages.Number(2)), DateTimeOffset.UnixEpoch));
        await server.PostAsync("/manage/models/traced/rollback", "{}");
        await server.PostAsync("/models/traced/versions/2/predict", Row);

        Assert.Equal(
            [
                ("modelwright.predict", "1", 2, true),
                ("modelwright.batch", "1", 3, true),
                ("modelwright.infer", "1", 1, true),
                ("modelwright.labels", null, 1, true),
                ("modelwright.swap", "2", null, false),
                ("modelwright.swap", "1", null, true),
                ("modelwright.predict", "2", 1, true),
            ],
            seen.Select(one => (one.Name, one.Version, (int?)one.Rows, one.HasParent)));
    }
}
