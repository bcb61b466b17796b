using System.Text.Json;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Plain;

public sealed class PredictTests
{
    private const string Row = """{"age": 50, "plan": "gold"}""";

    [Fact]
    public async Task Predict_OneRow_AnswersAsThePredictorDoes()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());
        using var predictor = new Predictor(Packages.Classes());

        var reply = await server.PostAsync("/predict", Row);

        Assert.Equal((200, "application/json"), (reply.Status, reply.Type));
        Assert.Equal("yes", reply.Json.GetProperty("label").GetString());
        Assert.Equal(predictor.PredictJson(Row).Probability("yes"), reply.Json.GetProperty("probabilities").GetProperty("yes").GetDouble());
        Assert.Equal(("churn", "1"), (reply.Json.GetProperty("model").GetString(), reply.Json.GetProperty("version").GetString()));
        Assert.Equal(reply.Headers.GetValues("X-Request-Id").Single(), reply.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Predict_ManyRows_AnswersInTheirOrder()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var reply = await server.PostAsync("/models/churn/predict", """[{"age":1,"income":10},{"income":20,"age":null},{"age":"3","income":"30"}]""");

        Assert.Equal([20, 40, 60], reply.Json.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("value").GetDouble()));
    }

    [Fact]
    public async Task Predict_IdGiven_IsToldAgain()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        var reply = await server.SendAsync(HttpMethod.Post, "/predict", Row, headers: ("X-Request-Id", "order-17"));
        var wrong = await server.SendAsync(HttpMethod.Post, "/predict", Row, headers: ("X-Request-Id", new string('x', 129)));

        Assert.Equal("order-17", reply.Json.GetProperty("id").GetString());
        Assert.Equal(400, wrong.Status);
    }

    [Fact]
    public async Task Predict_Reasons_AddUpToTheAnswer()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(2));

        var reply = await server.PostAsync("/predict?reasons=true", """{"age":1,"income":10}""");

        var reasons = reply.Json.GetProperty("reasons");
        var sum = reasons.GetProperty("base").GetDouble() + reasons.GetProperty("contributions").EnumerateArray().Sum(one => one.GetProperty("contribution").GetDouble());
        Assert.Equal(reply.Json.GetProperty("value").GetDouble(), sum, 9);
    }

    [Fact]
    public async Task Predict_Faults_AreAllToldWithTheirPlaces()
    {
        await using var server = await TestServer.StartAsync(Packages.Churn());

        var reply = await server.PostAsync("/predict", """[{"age":"old","plan":{},"married":true,"since":"soon","note":"x"},{"Age":1,"plann":"gold","married":false,"since":null,"note":null}]""");

        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.Type));
        var errors = reply.Json.GetProperty("errors").EnumerateArray().Select(error =>
            (Row: error.GetProperty("row").GetInt32(), Column: error.GetProperty("column").GetString(), Value: error.TryGetProperty("value", out var value) ? value.GetString() : null, Text: $"{error.GetProperty("message").GetString()} {error.GetProperty("remedy").GetString()}")).ToArray();
        Assert.Equal(
            [
                (0, "age", "old", "it cannot be read as a number. Write it like 1234.5, or give null where there is no value."),
                (0, "plan", null, "a value of JSON object cannot stand in a cell. Give a number, a text, true or false, or give null where there is no value."),
                (0, "since", "soon", "it cannot be read as a point in time. Write it like 2026-03-31 or 2026-03-31T14:30:00, or give null where there is no value."),
                (1, "plan", null, "it was not found, and the model needs it. Did you mean 'plann'? Add it, with null where there is no value; case matters."),
            ],
            errors);
    }

    [Theory]
    [InlineData("""{"age":"NaN","plan":"gold"}""", 200)]
    [InlineData("""{"age":null,"plan":null}""", 200)]
    [InlineData("""{"age":"Infinity","plan":"gold"}""", 400)]
    [InlineData("""{"age":1e999,"plan":"gold"}""", 400)]
    [InlineData("""{"age":NaN,"plan":"gold"}""", 400)]
    [InlineData("""{"age":1,"age":2,"plan":"gold"}""", 400)]
    [InlineData("""{"AGE":1,"age":2,"plan":"gold"}""", 200)]
    [InlineData("""{"AGE":1,"Age":2,"plan":"gold"}""", 400)]
    [InlineData("""{"age":1,"plan":"\ud800"}""", 400)]
    [InlineData("""{"age":1,"\ud800":2,"plan":"gold"}""", 400)]
    [InlineData("""{"age":1,"plan":"silver","other":{"deep":[1,2]}}""", 200)]
    [InlineData("[]", 200)]
    [InlineData("[1]", 400)]
    [InlineData("7", 400)]
    [InlineData("", 400)]
    [InlineData("""{"age":1,"plan":"gold"} x""", 400)]
    [InlineData("""{"age":1,"plan":"go""", 400)]
    public async Task Predict_Body_IsAnsweredOrRefusedAsDocumented(string body, int status)
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        var reply = await server.PostAsync("/predict", body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? JsonValueKind.Undefined : JsonValueKind.Array, reply.Json.TryGetProperty("errors", out var errors) ? errors.ValueKind : JsonValueKind.Undefined);
    }

    [Fact]
    public async Task Predict_SeveralModels_AsksWhichIsMeant()
    {
        await using var server = await TestServer.StartAsync(new() { ["churn"] = Packages.Classes(), ["price"] = Packages.Number(2) }, (options, _) => options);

        Assert.Equal(404, (await server.PostAsync("/predict", Row)).Status);
        Assert.Equal(200, (await server.PostAsync("/models/churn/predict", Row)).Status);
        Assert.Equal(404, (await server.PostAsync("/models/nobody/predict", Row)).Status);
        Assert.Equal(404, (await server.PostAsync("/models/churn/versions/9/predict", Row)).Status);
    }
}
