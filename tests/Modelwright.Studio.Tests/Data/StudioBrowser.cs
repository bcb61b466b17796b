using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Modelwright.Browser.Tests;

namespace Modelwright.Studio.Tests.Data;

/// <summary>One browser for all tests of a class, of the system's package; without one they are skipped by name.</summary>
public sealed class StudioBrowser : IAsyncLifetime
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

    /// <summary>Opens a window as a person would.</summary>
    /// <param name="address">The server.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="look">Light or dark.</param>
    /// <param name="hasScript">Whether scripts run.</param>
    internal async Task<OpenWindow> OpenAsync(Uri address, int width = 1280, ColorScheme look = ColorScheme.Light, bool hasScript = true)
    {
        Assert.SkipWhen(_browser is null, SystemBrowser.Absent);
        var context = await _browser.ContextAsync(new() { BaseURL = address.AbsoluteUri, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = look, JavaScriptEnabled = hasScript });
        return new(context, await context.NewPageAsync(), address);
    }

    /// <summary>A window with all that it asked for and complained of.</summary>
    internal sealed class OpenWindow : IAsyncDisposable
    {
        // A machine that has other work may let a page wait; no test is about how long.
        private const float Patience = 180_000;
        private readonly IBrowserContext _context;

        public OpenWindow(IBrowserContext context, IPage page, Uri address)
        {
            (_context, Page) = (context, page);
            page.SetDefaultTimeout(Patience);
            page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal))
                {
                    Elsewhere.Add(request.Url);
                }
            };
            page.Console += (_, message) => Complaints.Add(message.Text);
            page.PageError += (_, fault) => Complaints.Add(fault);
            page.Dialog += (_, dialog) => Complaints.Add($"dialog {dialog.Message}");
        }

        public IPage Page { get; }

        public List<string> Elsewhere { get; } = [];

        public List<string> Complaints { get; } = [];

        /// <summary>What an accessibility scan finds wrong, each as rule and place.</summary>
        public async Task<string[]> ViolationsAsync()
        {
            var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{Page.Url} {violation.Id}: {node.Target} {node.Html}"))];
        }

        public ValueTask DisposeAsync() => _context.DisposeAsync();
    }
}
