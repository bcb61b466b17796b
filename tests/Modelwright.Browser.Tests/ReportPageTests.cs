using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>The report as a person meets it: in a browser, at the width of a phone and of a desk, in light and dark, and on paper.</summary>
public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>
{
    private const int MostBytes = 1_000_000;

    private static readonly (int Width, ColorScheme Look)[] Looks = [.. from width in new[] { 390, 1280 } from look in new[] { ColorScheme.Light, ColorScheme.Dark } select (width, look)];

    public static TheoryData<string> Reports => [.. SampleReports.Names];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Fits_its_window_and_can_be_read_by_everybody(string name)
    {
        await using var opened = await browser.OpenAsync(await SampleReports.Page(name));
        foreach (var (width, look) in Looks)
        {
            await opened.Page.SetViewportSizeAsync(width, 900);
            await opened.Page.EmulateMediaAsync(new() { ColorScheme = look });
            await opened.Page.EvaluateAsync("open => document.querySelectorAll('details.more').forEach(part => part.open = open)", (width, look) == (390, ColorScheme.Light));

            var wide = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"The page is {wide} pixels wide in a window of {width}.");
            var checks = await opened.Page.RunAxe(Checks(width, look));
            Assert.True(checks.Violations.Length == 0, string.Join("\n", checks.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {violation.Nodes[0].Html} ({width}, {look})")));
        }
    }

    // Two of the looks go through all rules; the other two differ from them in colours alone.
    private static AxeRunOptions Checks(int width, ColorScheme look) => new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = width > 390 == (look == ColorScheme.Dark) ? null : new() { Type = "rule", Values = ["color-contrast"] },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Asks_for_nothing_and_runs_nothing(string name)
    {
        var html = await SampleReports.Page(name);
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
        await using var opened = await browser.OpenAsync(await SampleReports.Page(name));

        // One call for all of them: a round trip a picture costs more than all else here.
        Assert.True(await opened.Page.Locator("figure").CountAsync() > 0);
        var faults = await opened.Page.EvaluateAsync<string[]>(
            """
            (document.querySelectorAll('details.more').forEach(part => part.open = true), [...document.querySelectorAll('figure')].filter(figure => {
              const row = figure.querySelector('tbody tr'), before = row?.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
              figure.querySelector('summary').click();
              const box = row?.getBoundingClientRect();
              return before || !box || box.height === 0 || !row.checkVisibility({ visibilityProperty: true }) || !figure.querySelector('svg').getAttribute('aria-label');
            }).map(figure => figure.querySelector('h3').textContent))
            """);
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Pictures_keep_inside_their_frames(string name)
    {
        await using var opened = await browser.OpenAsync(await SampleReports.Page(name), 390);

        var outside = await opened.Page.EvaluateAsync<string[]>(
            """
            (document.querySelectorAll('details.more').forEach(part => part.open = true), [...document.querySelectorAll('svg text')].filter(text => {
              const box = text.getBoundingClientRect(), frame = text.ownerSVGElement.getBoundingClientRect();
              return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
            }).map(text => text.textContent))
            """);
        Assert.Empty(outside);
    }

    [Fact]
    public async Task Links_lead_to_their_sections()
    {
        await using var opened = await browser.OpenAsync(await SampleReports.Page("classes"));
        var links = opened.Page.Locator("nav a");

        Assert.Equal(await opened.Page.Locator("section").CountAsync(), await links.CountAsync());
        await links.Last.ClickAsync();
        Assert.True(await opened.Page.Locator("section").Last.Locator("h2").IsVisibleAsync());
    }

    [Fact]
    public async Task Paper_gets_pictures_and_no_links()
    {
        await using var opened = await browser.OpenAsync(await SampleReports.Page("classes"), look: ColorScheme.Dark);
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await opened.Page.Locator("nav").IsVisibleAsync());
        Assert.True(await opened.Page.Locator("svg").First.IsVisibleAsync());
        Assert.True(await opened.Page.Locator("details.more tr").Last.IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Hostile_names_are_shown_as_text()
    {
        await using var opened = await browser.OpenAsync(await SampleReports.Page("hostile"));

        var text = await opened.Page.Locator("main").InnerTextAsync();
        Assert.Contains("<script>alert(1)</script>", text, StringComparison.Ordinal);
        Assert.Contains("</style><script>alert(3)</script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
    }
}
