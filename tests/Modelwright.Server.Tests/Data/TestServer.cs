using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modelwright.Runtime.Packaging;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Tests.Data;

/// <summary>A server on a free port of loopback, by the very Kestrel that people run.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private TestServer(WebApplication app, TempFolder folder, LogRecorder log)
    {
        (App, _folder, Log) = (app, folder, log);
        Client = new() { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public LogRecorder Log { get; }

    public ServedModels Models => App.Services.GetRequiredService<ServedModels>();

    public string At(string name) => _folder.At(name);

    /// <summary>Starts a server of one model, 'churn' unless named otherwise.</summary>
    public static Task<TestServer> StartAsync(Package package, Func<ServerOptions, ServerOptions>? change = null) =>
        StartAsync(new Dictionary<string, Package> { ["churn"] = package }, (options, _) => change?.Invoke(options) ?? options);

    public static async Task<TestServer> StartAsync(Dictionary<string, Package> packages, Func<ServerOptions, TempFolder, ServerOptions> change)
    {
        var (folder, log) = (new TempFolder(), new LogRecorder());
        foreach (var (name, package) in packages)
        {
            package.Save(folder.At($"{name}.mw"));
        }

        var options = new ServerOptions { Packages = packages.Keys.ToDictionary(name => name, name => folder.At($"{name}.mw")), Port = 0 };
        var app = ModelServer.Build(change(options, folder), builder => builder.Logging.ClearProviders().AddProvider(log));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder, log);
    }

    public Task<Reply> PostAsync(string path, string json, string type = "application/json") => SendAsync(HttpMethod.Post, path, json, type);

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Reply> SendAsync(HttpMethod method, string path, string? body, string type = "application/json", string? key = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), type, key, headers);

    public async Task<Reply> SendAsync(HttpMethod method, string path, byte[]? body, string? type, string? key = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        if (key is not null)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();

        // What is disposed of without a stop may still be looking into the folder.
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>An answer.</summary>
    public sealed record Reply(int Status, string Text, string? Type, HttpResponseHeaders Headers)
    {
        public JsonElement Json
        {
            get
            {
                using var document = JsonDocument.Parse(Text);
                return document.RootElement.Clone();
            }
        }
    }
}
