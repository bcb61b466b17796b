using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>One browser for all tests, of the system's package; without one they are skipped by name.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page as a person would open the file.</summary>
    /// <param name="html">The whole page.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="look">Light or dark.</param>
    public async Task<OpenPage> OpenAsync(string html, int width = 1280, ColorScheme look = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, $"There is no browser at {string.Join(", ", Places)}. Install the system package chromium.");
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = look });
        var page = await context.NewPageAsync();
        var file = Path.Combine(Path.GetTempPath(), $"modelwright-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var opened = new OpenPage(context, page, file);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }
}
