using System.Text.Json;
using CsCheck;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Inference;

public sealed class InferenceTests
{
    private const string Churn = """{"name":"plan","shape":[2],"datatype":"BYTES","data":["gold","basic"]}""";

    [Fact]
    public async Task Metadata_ListsInputsAndOutputs()
    {
        await using var server = await TestServer.StartAsync(Packages.Churn());

        var (about, model) = (await server.GetAsync("/v2"), await server.GetAsync("/v2/models/churn"));

        Assert.Equal("modelwright", about.Json.GetProperty("name").GetString());
        Assert.Equal(
            """[{"name":"age","datatype":"FP64","shape":[-1]},{"name":"plan","datatype":"BYTES","shape":[-1]},{"name":"married","datatype":"BOOL","shape":[-1]},{"name":"since","datatype":"BYTES","shape":[-1]},{"name":"note","datatype":"BYTES","shape":[-1]}]""",
            model.Json.GetProperty("inputs").GetRawText());
        Assert.Equal("""[{"name":"label","datatype":"BYTES","shape":[-1]},{"name":"probabilities","datatype":"FP64","shape":[-1,2]}]""", model.Json.GetProperty("outputs").GetRawText());
        Assert.Equal(model.Text, (await server.GetAsync("/v2/models/churn/versions/1")).Text);
    }

    [Theory]
    [InlineData("/v2/health/live", """{"live":true}""")]
    [InlineData("/v2/health/ready", """{"ready":true}""")]
    [InlineData("/v2/models/churn/ready", """{"name":"churn","ready":true}""")]
    [InlineData("/v2/models/churn/versions/1/ready", """{"name":"churn","ready":true}""")]
    public async Task Health_Running_IsReady(string path, string text)
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        Assert.Equal((200, text), ((await server.GetAsync(path)).Status, (await server.GetAsync(path)).Text));
    }

    [Fact]
    public async Task Index_ListsVersions()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        Assert.Equal("""[{"name":"churn","version":"1","state":"READY","reason":""}]""", (await server.PostAsync("/v2/repository/index", "{}")).Text);
    }

    [Fact]
    public async Task Infer_TwoRows_AnswersLabelAndProbabilities()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        var reply = await server.PostAsync("/v2/models/churn/infer", $$"""{"parameters":{"x":1},"inputs":[{"data":[[50],[30]],"datatype":"FP64","shape":[2,1],"name":"age"},{{Churn}}],"id":"a1"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal(("churn", "1", "a1"), (reply.Json.GetProperty("model_name").GetString(), reply.Json.GetProperty("model_version").GetString(), reply.Json.GetProperty("id").GetString()));
        var outputs = reply.Json.GetProperty("outputs");
        Assert.Equal("""{"name":"label","datatype":"BYTES","shape":[2],"data":["yes","no"]}""", outputs[0].GetRawText());
        Assert.Equal("[2,2]", outputs[1].GetProperty("shape").GetRawText());
        Assert.Equal(4, outputs[1].GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Infer_OutputsChosen_AnswersThoseAlone()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());
        const string Inputs = $$"""[{"name":"age","shape":[2],"datatype":"INT32","data":[50,30]},{{Churn}}]""";

        var one = await server.PostAsync("/v2/models/churn/versions/1/infer", $$"""{"inputs":{{Inputs}},"outputs":[{"name":"label"}]}""");
        var none = await server.PostAsync("/v2/models/churn/infer", $$"""{"inputs":{{Inputs}},"outputs":[{"name":"x"}]}""");

        Assert.Equal(1, one.Json.GetProperty("outputs").GetArrayLength());
        Assert.Equal((400, "The request cannot be answered.\nThe model has no output 'x'. It has: 'label', 'probabilities'."), (none.Status, none.Json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Infer_OneTensorOfAllColumns_AnswersAsColumnsDo()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var whole = await server.PostAsync("/v2/models/churn/infer", """{"id":"a","inputs":[{"name":"x","shape":[2,2],"datatype":"FP64","data":[1,10,2,20]}]}""");
        var columns = await server.PostAsync("/v2/models/churn/infer", """{"id":"a","inputs":[{"name":"income","shape":[2],"datatype":"FP32","data":[10,20]},{"name":"age","shape":[2],"datatype":"UINT8","data":[1,2]}]}""");

        Assert.Equal("[20,40]", whole.Json.GetProperty("outputs")[0].GetProperty("data").GetRawText());
        Assert.Equal(columns.Text, whole.Text);
    }

    [Fact]
    public async Task Infer_AnyNumbersOfAnyDatatype_FlatAndNestedAnswerTheSame()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));
        var datatypes = new[] { "INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64", "FP16", "FP32", "FP64" };

        await Gen.Select(Gen.Int[0, datatypes.Length - 1].Select(place => datatypes[place]), Gen.Int[0, 100].Array[1, 5]).SampleAsync(async (datatype, values) =>
        {
            string Body(string data, string shape) => $$"""{"id":"a","inputs":[{"name":"age","shape":[{{values.Length}}],"datatype":"FP64","data":[{{string.Join(',', values.Select(_ => "1"))}}]},{"name":"income","shape":[{{shape}}],"datatype":"{{datatype}}","data":[{{data}}]}]}""";
            var flat = await server.PostAsync("/v2/models/churn/infer", Body(string.Join(',', values), $"{values.Length}"));
            var nested = await server.PostAsync("/v2/models/churn/infer", Body(string.Join(',', values.Select(value => $"[{value}]")), $"{values.Length},1"));

            Assert.Equal($"[{string.Join(',', values.Select(value => value * 2))}]", flat.Json.GetProperty("outputs")[0].GetProperty("data").GetRawText());
            Assert.Equal(flat.Text, nested.Text);
        }, iter: 60, threads: 1);
    }

    [Theory]
    [InlineData("INT8", "[128]", "a value is not of the datatype INT8.")]
    [InlineData("UINT8", "[-1]", "a value is not of the datatype UINT8.")]
    [InlineData("INT32", "[1.5]", "a value is not of the datatype INT32.")]
    [InlineData("FP16", "[70000]", "a value is not of the datatype FP16.")]
    [InlineData("BOOL", "[1]", "a value is not of the datatype BOOL.")]
    [InlineData("BYTES", "[1]", "a value is not of the datatype BYTES.")]
    [InlineData("FP64", "[1,2]", "the data does not fill the shape [1].")]
    [InlineData("FP64", "[]", "the data does not fill the shape [1].")]
    [InlineData("FP64", "[[1]]", "the data does not fill the shape [1].")]
    [InlineData("FP64", "[{}]", "the data does not fill the shape [1].")]
    [InlineData("FP64", "7", "the data does not fill the shape [1].")]
    [InlineData("FP64", "[1e999]", "it is not finite, or beyond what a double holds.")]
    [InlineData("FP64", "[\"Infinity\"]", "it cannot be read as a number.")]
    [InlineData("FP65", "[1]", "the datatype is 'FP65'.")]
    public async Task Infer_WrongData_IsToldInItsOwnShape(string datatype, string data, string message)
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var reply = await server.PostAsync("/v2/models/churn/infer", $$"""{"inputs":[{"name":"income","shape":[1],"datatype":"{{datatype}}","data":{{data}}},{"name":"age","shape":[1],"datatype":"FP64","data":[null]}]}""");

        Assert.Equal(400, reply.Status);
        Assert.Equal(JsonValueKind.String, reply.Json.GetProperty("error").ValueKind);
        Assert.Contains(message, reply.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"inputs":7}""")]
    [InlineData("""{"inputs":[7]}""")]
    [InlineData("""{"inputs":[]}""")]
    [InlineData("""{"inputs":[{}]}""")]
    [InlineData("""{"inputs":[{"name":"age","shape":[-1],"datatype":"FP64","data":[1]}]}""")]
    [InlineData("""{"inputs":[{"name":"age","shape":[1,1,1],"datatype":"FP64","data":[1]}]}""")]
    [InlineData("""{"inputs":[{"name":"age","shape":[1],"datatype":"FP64"}]}""")]
    [InlineData("""{"inputs":[{"name":"age","shape":[1],"datatype":"FP64","data":[1]},{"name":"income","shape":[2],"datatype":"FP64","data":[1,2]}]}""")]
    [InlineData("""{"inputs":[{"name":"age","shape":[1],"datatype":"FP64","data":[1]},{"name":"age","shape":[1],"datatype":"FP64","data":[1]}]}""")]
    [InlineData("""{"inputs":[{"name":"x","shape":[9000000000000,2],"datatype":"FP64","data":[1]}]}""")]
    [InlineData("""{"id":7,"inputs":[]}""")]
    [InlineData("""{"id":"\ud800","inputs":[]}""")]
    [InlineData("""{"inputs":[{"name":""")]
    public async Task Infer_NoRequest_IsRefused(string body)
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var reply = await server.PostAsync("/v2/models/churn/infer", body);

        Assert.InRange(reply.Status, 400, 413);
        Assert.True(reply.Json.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Infer_BinaryData_IsRefusedWithTheRemedy()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var reply = await server.SendAsync(HttpMethod.Post, "/v2/models/churn/infer", "{}", headers: ("Inference-Header-Content-Length", "2"));

        Assert.Equal((415, "The body is no JSON.\nIt holds binary data. Send the data as JSON (binary_data = False)."), (reply.Status, reply.Json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Infer_UnknownModel_IsToldAsTheProtocolDoes()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        Assert.Equal(404, (await server.PostAsync("/v2/models/x/infer", "{}")).Status);
        Assert.True((await server.PostAsync("/v2/models/x/infer", "{}")).Json.TryGetProperty("error", out _));
    }
}
