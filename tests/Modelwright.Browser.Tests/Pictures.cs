using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>Takes the pictures of docs/report.md; run with <c>--explicit only</c>.</summary>
public sealed class Pictures(Browser browser) : IClassFixture<Browser>
{
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
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"report-{name}-{width}.jpeg"), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 60 });
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_SECTIONS") is { } sections)
        {
            foreach (var section in await opened.Page.Locator("section").AllAsync())
            {
                await section.ScreenshotAsync(new() { Path = Path.Combine(sections, $"{name}-{width}-{await section.GetAttributeAsync("id")}.png") });
            }
        }
    }
}
