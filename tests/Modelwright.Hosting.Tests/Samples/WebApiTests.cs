using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Modelwright.Hosting.Tests.Data;
using Modelwright.Samples.WebApi;

namespace Modelwright.Hosting.Tests.Samples;

/// <summary>The sample app with its own settings, over HTTP in memory.</summary>
public sealed class WebApiTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly WebApplicationFactory<RowAnswer> _app;

    public WebApiTests() => _app = new WebApplicationFactory<RowAnswer>().WithWebHostBuilder(builder => builder
        .UseSetting("Modelwright:Path", Package)
        .UseSetting("Logging:LogLevel:Default", "None")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock)));

    private string Package => _folder.At("model.mw");

    public void Dispose()
    {
        _app.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Predict_OneRow_AnswersLabelAndProbabilities()
    {
        Packages.Classes("no", "yes").Write(Package, 1);

        var (status, answer) = await PostAsync("""{"age": 40, "plan": "gold"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"label":"no","probabilities":{"no":0.5,"yes":0.5}}""", answer.GetRawText());
    }

    [Fact]
    public async Task Predict_ManyRows_AnswersEachInOrder()
    {
        Packages.Number(2).Write(Package, 1);

        Assert.Equal("""[{"value":2},{"value":6}]""", (await PostAsync("""[{"age": 40, "income": 1}, {"age": null, "income": "3"}]""")).Answer.GetRawText());
        Assert.Equal("[]", (await PostAsync("[]")).Answer.GetRawText());
        Assert.Equal("""[{"value":2}]""", (await PostAsync("""[{"age": 40, "income": 1}]""")).Answer.GetRawText());
    }

    [Fact]
    public async Task Predict_RowsWithFaults_AllAreTold()
    {
        Packages.Number(2).Write(Package, 1);

        var (status, problem) = await PostAsync("""[{"age": "old", "income": 1}, {"age": 3, "income": "much"}]""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("The rows cannot be answered.", problem.GetProperty("title").GetString());
        Assert.Equal("2 things are wrong with the rows; see faults.", problem.GetProperty("detail").GetString());
        string[] faults = [.. problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!)];
        Assert.Equal(2, faults.Length);
        Assert.Contains("old", faults[0], StringComparison.Ordinal);
        Assert.Contains("much", faults[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "A request holds one row, such as {\"age\": 41}, or an array of rows. Send one of them as JSON.")]
    [InlineData("[null]", "Row 1 is null. Leave such rows out.")]
    [InlineData("[[1]]", null)]
    [InlineData("""{"age": 1, "age": 2, "income": 1}""", null)]
    [InlineData("""{"\ud800": 1, "age": 2, "income": 1}""", null)]
    [InlineData("""{"age": "\ud800", "income": 1}""", null)]
    [InlineData("""{"age": """, null)]
    [InlineData("", null)]
    public async Task Predict_NoRows_IsABadRequest(string body, string? detail)
    {
        Packages.Number(2).Write(Package, 1);

        var (status, problem) = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(detail is null || problem.GetProperty("detail").GetString() == detail, problem.GetRawText());
    }

    [Fact]
    public async Task Predict_TooManyRows_IsABadRequest()
    {
        Packages.Number(2).Write(Package, 1);

        var (status, problem) = await PostAsync($"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("A request holds at most 1000 rows; this one has 1001. Send them in several requests.", problem.GetProperty("detail").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task Health_ModelThenDamagedPackage_HealthyThenDegraded()
    {
        Packages.Number(2).Write(Package, 1);
        var health = await HealthAsync();
        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        Assert.Equal(Packages.Number(2).ModelId, health.GetProperty("modelId").GetString());

        await File.WriteAllTextAsync(Package, "no package", TestContext.Current.CancellationToken);
        while (health.GetProperty("status").GetString() == "Healthy")
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            health = await HealthAsync();
        }

        Assert.Equal("Degraded", health.GetProperty("status").GetString());
        Assert.Equal("damaged", health.GetProperty("refused").GetString());
        Assert.Equal("""{"value":2}""", (await PostAsync("""{"age": 40, "income": 1}""")).Answer.GetRawText());
    }

    [Fact]
    public async Task Predict_NoModel_IsUnavailable()
    {
        using var app = _app.WithWebHostBuilder(builder => builder.UseSetting("Modelwright:RequiredAtStart", "false"));
        using var client = app.CreateClient();

        using var answer = await client.PostAsync("/predict", new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        using var health = await client.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body)
    {
        using var client = _app.CreateClient();
        using var answer = await client.PostAsync("/predict", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private async Task<JsonElement> HealthAsync()
    {
        using var client = _app.CreateClient();
        return await client.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken);
    }
}
