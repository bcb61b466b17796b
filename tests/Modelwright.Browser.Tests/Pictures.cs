using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>Takes the pictures of docs/report.md; run with <c>--explicit only</c>.</summary>
public sealed class Pictures(Browser browser) : IClassFixture<Browser>
{
    /// <summary>What comes further down is left out, so that the pictures stay small.</summary>
    private const int MostPixels = 3600;

    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "classes", 1280, ColorScheme.Light },
        { "classes", 390, ColorScheme.Dark },
        { "numbers", 1280, ColorScheme.Dark },
        { "numbers", 390, ColorScheme.Light },
        { "profile", 1280, ColorScheme.Light },
    };

    [Theory(Explicit = true)]
    [MemberData(nameof(Looks))]
    public async Task Take(string name, int width, ColorScheme look)
    {
        await using var opened = await browser.OpenAsync(await SampleReports.Page(name), width, look);
        var folder = Path.Combine(Repository.Root, "docs", "pictures");
        var height = Math.Min(MostPixels, await opened.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        await opened.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(folder, $"report-{name}-{width}.jpeg"),
            FullPage = true,
            Clip = new() { Width = width, Height = height },
            Type = ScreenshotType.Jpeg,
            Quality = 40,
        });
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_SECTIONS") is { } sections)
        {
            foreach (var section in await opened.Page.Locator("section").AllAsync())
            {
                await section.ScreenshotAsync(new() { Path = Path.Combine(sections, $"{name}-{width}-{await section.GetAttributeAsync("id")}.png") });
            }
        }
    }
}
