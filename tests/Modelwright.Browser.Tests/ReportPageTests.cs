using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Modelwright.Reports.Pages;

namespace Modelwright.Browser.Tests;

/// <summary>The report as a person meets it: in a browser, at the width of a phone and of a desk, in light and dark, and on paper.</summary>
public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>
{
    private const int MostBytes = 1_000_000;

    public static TheoryData<string, int, ColorScheme> Looks => [.. from name in SampleReports.Names from width in new[] { 390, 1280 } from look in new[] { ColorScheme.Light, ColorScheme.Dark } select (name, width, look)];

    public static TheoryData<string> Reports => [.. SampleReports.Names];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Fits_its_window_and_can_be_read_by_everybody(string name, int width, ColorScheme look)
    {
        await using var opened = await browser.OpenAsync(await Page(name), width, look);

        var wide = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"The page is {wide} pixels wide in a window of {width}.");
        var checks = await opened.Page.RunAxe();
        Assert.True(checks.Violations.Length == 0, string.Join("\n", checks.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {violation.Nodes[0].Html}")));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Asks_for_nothing_and_runs_nothing(string name)
    {
        var html = await Page(name);
        await using var opened = await browser.OpenAsync(html);

        Assert.Single(opened.Requests);
        Assert.Empty(opened.Complaints);
        Assert.Equal(0, await opened.Page.Locator("script, img, iframe, link").CountAsync());
        Assert.True(Encoding.UTF8.GetByteCount(html) < MostBytes);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_picture_has_its_table(string name)
    {
        await using var opened = await browser.OpenAsync(await Page(name));
        var figures = opened.Page.Locator("figure");

        var count = await figures.CountAsync();
        Assert.True(count > 0);
        for (var place = 0; place < count; place++)
        {
            var figure = figures.Nth(place);
            await figure.Locator("summary").ClickAsync();
            Assert.True(await figure.Locator("tbody tr").CountAsync() > 0);
            Assert.True(await figure.Locator("tbody tr").First.IsVisibleAsync());
            Assert.NotEmpty(await figure.Locator("svg").GetAttributeAsync("aria-label") ?? "");
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Pictures_keep_inside_their_frames(string name)
    {
        await using var opened = await browser.OpenAsync(await Page(name), 390);

        var outside = await opened.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('svg text')].filter(text => {
              const box = text.getBoundingClientRect(), frame = text.ownerSVGElement.getBoundingClientRect();
              return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
            }).map(text => text.textContent)
            """);
        Assert.Empty(outside);
    }

    [Fact]
    public async Task Links_lead_to_their_sections()
    {
        await using var opened = await browser.OpenAsync(await Page("classes"));
        var links = opened.Page.Locator("nav a");

        Assert.Equal(await opened.Page.Locator("section").CountAsync(), await links.CountAsync());
        await links.Last.ClickAsync();
        Assert.True(await opened.Page.Locator("section").Last.Locator("h2").IsVisibleAsync());
    }

    [Fact]
    public async Task Paper_gets_pictures_and_no_links()
    {
        await using var opened = await browser.OpenAsync(await Page("classes"), look: ColorScheme.Dark);
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await opened.Page.Locator("nav").IsVisibleAsync());
        Assert.True(await opened.Page.Locator("svg").First.IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Hostile_names_are_shown_as_text()
    {
        await using var opened = await browser.OpenAsync(await Page("hostile"));

        var text = await opened.Page.Locator("main").InnerTextAsync();
        Assert.Contains("<script>alert(1)</script>", text, StringComparison.Ordinal);
        Assert.Contains("</style><script>alert(3)</script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
    }

    private static async Task<string> Page(string name) => ReportPage.Write(await SampleReports.Report(name));
}
