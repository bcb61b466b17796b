using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Modelwright.Runtime.Packaging;
using Modelwright.Server;

namespace Modelwright.Studio.Tests.Data;

/// <summary>A server with pages on a free port of loopback, by the very Kestrel that people run, and a browser without a script that keeps cookies.</summary>
internal sealed partial class StudioServer : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new() };

    private StudioServer(WebApplication app, TempFolder folder)
    {
        (App, _folder) = (app, folder);
        Client = new(_handler) { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromSeconds(120) };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public string At(string name) => _folder.At(name);

    public static Task<StudioServer> StartAsync(Package package, StudioOptions? pages = null) => StartAsync(package, (options, _) => options with { Pages = pages ?? new() });

    public static async Task<StudioServer> StartAsync(Package package, Func<ServerOptions, TempFolder, ServerOptions> change)
    {
        var folder = new TempFolder();
        package.Save(folder.At("churn.mw"));
        var options = change(new() { Packages = new Dictionary<string, string> { ["churn"] = folder.At("churn.mw") }, Port = 0 }, folder);
        var app = ModelServer.Build(options, builder => builder.Logging.ClearProviders());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder);
    }

    public async Task<Reply> GetAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Sends a form of a page, with the token of that page.</summary>
    public async Task<Reply> PostAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(page)).Token;
        return await SendAsync(path, [("form_token", token), .. fields]);
    }

    public async Task<Reply> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await App.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Location?.OriginalString,
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>An answer.</summary>
    public sealed partial record Reply(int Status, string Html, string? Type, string? Location, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>What a person reads, with markup taken away and signs as they are.</summary>
        public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Html, " "), " "));

        public string Token => TokenField().Match(Html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tags();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();

        [GeneratedRegex("name=\"form_token\" value=\"([^\"]*)\"")]
        private static partial Regex TokenField();
    }
}
