using System.Security.Cryptography;
using System.Text;
using Modelwright.Reports.Pages;

namespace Modelwright.Studio.Http;

/// <summary>The style, the script and the picture of the pages, which travel inside the library.</summary>
internal static class PageAssets
{
    private const string Icon = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><rect width=\"16\" height=\"16\" rx=\"3\" fill=\"#0b62c4\"/><path d=\"M3 12V4l5 5 5-5v8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\"/></svg>";

    private static readonly byte[] StyleBytes = Encoding.UTF8.GetBytes(ReportPage.StyleSheet + "\n" + Read("studio.css"));
    private static readonly byte[] ScriptBytes = Encoding.UTF8.GetBytes(Read("studio.js"));
    private static readonly byte[] IconBytes = Encoding.UTF8.GetBytes(Icon);

    /// <summary>The addresses that pages name; another release has others, so browsers may keep what they have.</summary>
    internal static string StyleAddress { get; } = $"/studio/assets/studio.css?v={Mark(StyleBytes)}";

    internal static string ScriptAddress { get; } = $"/studio/assets/studio.js?v={Mark(ScriptBytes)}";

    internal static IEnumerable<StudioRoute> Routes() =>
    [
        Route("studio.css", "text/css; charset=utf-8", StyleBytes),
        Route("studio.js", "text/javascript; charset=utf-8", ScriptBytes),
        Route("icon.svg", "image/svg+xml", IconBytes),
    ];

    private static StudioRoute Route(string name, string type, byte[] bytes) => new("GET", $"/studio/assets/{name}", StudioRole.None, async context =>
    {
        PageWriter.SetHeaders(context.Response, "default-src 'none'");
        context.Response.Headers.CacheControl = "public, max-age=86400";
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    })
    {
        IsOpen = true,
    };

    private static string Mark(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    private static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
