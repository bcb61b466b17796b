using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>The browser of the system's package, for the tests of all projects that look at pages; without one there is none.</summary>
internal sealed class SystemBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Why a test is skipped where there is none.</summary>
    internal static readonly string Absent = $"There is no browser at {string.Join(", ", Places)}. Install the system package chromium.";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private SystemBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    /// <returns>The browser; null where none is installed.</returns>
    internal static async Task<SystemBrowser?> StartAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } path)
        {
            return null;
        }

        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>A fresh profile.</summary>
    internal Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options) => _browser.NewContextAsync(options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
