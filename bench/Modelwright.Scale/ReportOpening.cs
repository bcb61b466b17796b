using System.Diagnostics;
using Microsoft.Playwright;

namespace Modelwright.Scale;

/// <summary>How long a browser needs to show a report, from asking for the file until it is laid out.</summary>
internal static class ReportOpening
{
    private const int Times = 7;
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The median of several openings, each in a window of its own; null where there is no browser.</summary>
    /// <param name="path">The page.</param>
    public static async Task<double?> SecondsAsync(string path)
    {
        if (Array.Find(Places, File.Exists) is not { } browserPath)
        {
            return null;
        }

        using var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserPath, Args = ["--no-sandbox", "--disable-gpu"] }).ConfigureAwait(false);
        var seconds = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } }).ConfigureAwait(false);
            var page = await context.NewPageAsync().ConfigureAwait(false);
            var clock = Stopwatch.StartNew();
            await page.GotoAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri).ConfigureAwait(false);

            // Asking for the height makes the browser lay out the whole page.
            await page.EvaluateAsync<double>("document.documentElement.scrollHeight").ConfigureAwait(false);
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        return seconds.Order().ElementAt(Times / 2);
    }
}
