using Microsoft.Playwright;

namespace Modelwright.Browser.Tests;

/// <summary>A page in a browser, with all that it asked for and complained of.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    internal OpenPage(IBrowserContext context, IPage page, string file)
    {
        _context = context;
        _file = file;
        Page = page;
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, fault) => Complaints.Add(fault);
        page.Dialog += (_, dialog) => Complaints.Add(dialog.Message);
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        File.Delete(_file);
    }
}
