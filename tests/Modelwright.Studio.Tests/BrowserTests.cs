using Microsoft.Playwright;
using Modelwright.Studio.Tests.Data;

namespace Modelwright.Studio.Tests;

/// <summary>The pages in a real browser: for eyes, for screen readers, and by keyboard alone.</summary>
public sealed class BrowserTests(StudioBrowser browser) : IClassFixture<StudioBrowser>
{
    private static readonly (int Width, ColorScheme Look)[] Looks = [(1280, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Dark), (390, ColorScheme.Light)];

    [Fact]
    public async Task Pages_AreForEverybody()
    {
        await using var studio = await SampleStudio.StartAsync();
        await AskAsync(studio);
        string[] pages =
        [
            "/", "/studio/models/churn", "/studio/models/churn/versions/1", "/studio/models/churn/try?example=1", "/studio/registry/churn", "/studio/registry/churn/1",
            "/studio/traffic", "/studio/quality", "/studio/runs", $"/studio/runs/{studio.RunId}", "/studio/train", "/studio/models/none",
        ];
        var faults = new List<string>();
        foreach (var (width, look) in Looks)
        {
            await using var window = await browser.OpenAsync(studio.Server.Address, width, look);
            foreach (var page in pages)
            {
                await window.Page.GotoAsync(page);
                await LookAsync(window, page, width, look, faults);
            }

            // The one page that is no page is told as a status, which a browser writes to its console.
            faults.AddRange(window.Complaints.Where(complaint => !complaint.Contains("404", StringComparison.Ordinal)));
            faults.AddRange(window.Elsewhere);
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Keyboard_WalksFromAModelToAReport()
    {
        await using var studio = await SampleStudio.StartAsync();
        await using var window = await browser.OpenAsync(studio.Server.Address);
        var page = window.Page;

        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await GoAsync(page, "Try it");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#field_0").WaitForAsync();

        await GoAsync(page, "age");
        await page.Keyboard.TypeAsync("old");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#fault_0, #fault_1");
        Assert.Contains("It cannot be read as a number.", await page.Locator(".fault").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await page.GetByLabel("age", new() { Exact = true }).GetAttributeAsync("aria-invalid"));

        // The list of faults leads to the field by a link of the same name.
        await GoAsync(page, "age");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("field_0", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("75");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".answer");
        Assert.Equal("yes", await page.Locator(".answer .value").InnerTextAsync());

        await GoAsync(page, "Train");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#file").WaitForAsync();
        var file = Path.Combine(studio.Folder, "customers <b>2026.csv");
        await File.WriteAllTextAsync(file, SampleStudio.Csv(300), TestContext.Current.CancellationToken);
        await page.SetInputFilesAsync("#file", file);
        await GoAsync(page, "Look what is in it");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#target");
        Assert.Equal("customers <b>2026.csv", await page.Locator("h1").InnerTextAsync());

        await GoAsync(page, "Column to predict");
        await page.Keyboard.TypeAsync("churned");
        await GoAsync(page, "Budget in seconds");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#progress-line").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).WaitForAsync();
        Assert.Equal("It is done.", await page.Locator("#progress-line").InnerTextAsync());
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Remove it from this list" }).IsVisibleAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Stop and keep the best so far" }).CountAsync());
        Assert.Empty(await window.ViolationsAsync());
        await PictureAsync(page, "training-done", 1280, ColorScheme.Light);
        await GoAsync(page, "Open the report");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("This one file is the whole report").WaitForAsync();
        Assert.Contains("churned", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Elsewhere);
        Assert.DoesNotContain(window.Complaints, complaint => !complaint.Contains("400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_WithoutAScript_DoTheSame()
    {
        await using var studio = await SampleStudio.StartAsync();
        await using var window = await browser.OpenAsync(studio.Server.Address, 390, hasScript: false);

        await window.Page.GotoAsync("/studio/models/churn/try");
        await window.Page.GetByLabel("age", new() { Exact = true }).FillAsync("75");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Predict" }).ClickAsync();
        Assert.Equal("yes", await window.Page.Locator(".answer .value").InnerTextAsync());
    }

    [Fact]
    public async Task Traffic_RefreshesItself_AndCanBePaused()
    {
        await using var studio = await SampleStudio.StartAsync();
        await using var window = await browser.OpenAsync(studio.Server.Address);
        await window.Page.GotoAsync("/studio/traffic");
        Assert.Contains("Nobody has asked", await window.Page.Locator("#traffic").InnerTextAsync(), StringComparison.Ordinal);

        await AskAsync(studio);
        await window.Page.Locator("#traffic svg").First.WaitForAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Pause refreshing" }).ClickAsync();

        Assert.True(await window.Page.GetByRole(AriaRole.Button, new() { Name = "Go on refreshing" }).IsVisibleAsync());
    }

    private static async Task LookAsync(StudioBrowser.OpenWindow window, string page, int width, ColorScheme look, List<string> faults)
    {
        await PictureAsync(window.Page, page.Trim('/').Replace('/', '-').Split('?')[0], width, look);
        faults.AddRange(await window.ViolationsAsync());
        var wide = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
        {
            faults.Add($"{page} is {wide} px wide at {width}.");
        }
    }

    // By Tab alone, as far as it takes: what cannot be reached fails the walk.
    private static async Task GoAsync(IPage page, string name)
    {
        const string Named = "name => { const at = document.activeElement; const label = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent; return label.trim().startsWith(name); }";
        for (var step = 0; step < 120; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(Named, name))
            {
                return;
            }
        }

        Assert.Fail($"'{name}' cannot be reached by Tab on {page.Url}.");
    }

    private static async Task AskAsync(SampleStudio studio)
    {
        for (var place = 0; place < 30; place++)
        {
            using var good = new StringContent($$"""{"age": {{20 + place}}, "plan": "gold"}""", System.Text.Encoding.UTF8, "application/json");
            using var bad = new StringContent("""{"age": "old"}""", System.Text.Encoding.UTF8, "application/json");
            using var answered = await studio.Server.Client.PostAsync(new Uri("/predict", UriKind.Relative), good, TestContext.Current.CancellationToken);
            using var refused = await studio.Server.Client.PostAsync(new Uri("/predict", UriKind.Relative), place % 5 == 0 ? bad : good, TestContext.Current.CancellationToken);
        }
    }

    private static async Task PictureAsync(IPage page, string name, int width, ColorScheme look)
    {
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_PICTURES") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "models" : name)}-{width}-{look}.png"), FullPage = true });
        }
    }
}
