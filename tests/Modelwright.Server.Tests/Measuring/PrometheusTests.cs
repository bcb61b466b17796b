using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Measuring;

/// <summary>What /metrics says is the text format of Prometheus to the letter, and right.</summary>
public sealed class PrometheusTests
{
    [Fact]
    public async Task Metrics_OfAServerInUse_AreSoundAndRight()
    {
        await using var server = await TestServer.StartAsync(new() { ["counted"] = Packages.Number(2), ["other"] = Packages.Classes() }, (options, _) => options with { RequestLog = new ListLog() });
        for (var call = 0; call < 7; call++)
        {
            await server.PostAsync("/models/counted/predict", """[{"age":7,"income":1},{"age":7,"income":2}]""");
        }

        await server.PostAsync("/models/counted/predict", "{}");
        await server.PostAsync("/models/counted/labels", """[{"id":"a","label":1},{"id":"b","label":2}]""");
        await server.GetAsync("/nothing");

        var reply = await server.GetAsync("/metrics");
        var read = PrometheusText.Parse(reply.Text);

        Assert.StartsWith("text/plain", reply.Type, StringComparison.Ordinal);
        var counted = ("modelwright_model_name", "counted");
        Assert.Equal((7, 14), (read.Value("modelwright_server_requests_total", counted, ("modelwright_model_version", "1")), read.Value("modelwright_server_rows_total", counted)));
        Assert.Equal(2, read.Value("modelwright_server_labels_total", counted));
        Assert.Equal(7, read.Value("modelwright_server_answer_duration_seconds_count", counted));
        Assert.Equal((1, 1), (read.Value("modelwright_server_refused_total", ("http_response_status_code", "400")), read.Value("modelwright_server_refused_total", ("http_response_status_code", "404"))));
        Assert.Equal("histogram", read.Types["modelwright_server_answer_duration_seconds"]);
        Assert.Contains(read.Samples, sample => sample.Name == "http_server_request_duration_seconds_bucket");
    }

    [Fact]
    public void Parse_ExampleOfTheSpecification_IsRead()
    {
        var read = PrometheusText.Parse(
            """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total{method="post",code="400"}    3 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9
            metric_without_timestamp_and_labels 12.47
            something_weird{problem="division by zero"} +Inf -3982045
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{le="0.05"} 24054
            http_request_duration_seconds_bucket{le="+Inf"} 144320
            http_request_duration_seconds_sum 53423
            http_request_duration_seconds_count 144320

            """.ReplaceLineEndings("\n"));

        Assert.Equal(1027, read.Value("http_requests_total", ("code", "200")));
        Assert.Equal("Cannot find file:\n\"FILE.TXT\"", read.Samples.Single(sample => sample.Name == "msdos_file_access_time_seconds").Labels["error"]);
        Assert.Equal(double.PositiveInfinity, read.Value("something_weird"));
    }

    [Theory]
    [InlineData("a 1")]
    [InlineData("a\n")]
    [InlineData("1a 1\n")]
    [InlineData("a{b=\"1\" 1\n")]
    [InlineData("a{b=1} 1\n")]
    [InlineData("a{b=\"\\x\"} 1\n")]
    [InlineData("a{b=\"1\",b=\"2\"} 1\n")]
    [InlineData("a one\n")]
    [InlineData("a 1\na 2\n")]
    [InlineData("a 1\nb 1\na{c=\"d\"} 1\n")]
    [InlineData("# TYPE a counter\n# TYPE a counter\n")]
    [InlineData("# TYPE a meter\n")]
    [InlineData("a 1\n# TYPE a counter\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 5\na_bucket{le=\"+Inf\"} 4\na_sum 1\na_count 4\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 5\na_sum 1\na_count 5\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"+Inf\"} 5\na_sum 1\na_count 6\n")]
    public void Parse_WhatIsNotSo_IsRefused(string text) => Assert.Throws<FormatException>(() => PrometheusText.Parse(text));
}
