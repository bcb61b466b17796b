using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>One browser for all tests, of the system's package; without one they are skipped by name.</summary>
public sealed class Browser : IAsyncLifetime
{
    private SystemBrowser? _browser;

    public async ValueTask InitializeAsync() => _browser = await SystemBrowser.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>Opens a page as a person would open the file.</summary>
    /// <param name="html">The whole page.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="look">Light or dark.</param>
    public async Task<OpenPage> OpenAsync(string html, int width = 1280, ColorScheme look = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, SystemBrowser.Absent);
        var context = await _browser.ContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = look });
        var page = await context.NewPageAsync();
        var file = Path.Combine(Path.GetTempPath(), $"modelwright-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var opened = new OpenPage(context, page, file);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }
}
