using Modelwright.Studio.Tests.Data;

namespace Modelwright.Studio.Tests;

public sealed class ModelPageTests
{
    [Fact]
    public async Task FirstPage_ListsWhatIsServed()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        var page = await server.GetAsync("/");

        Assert.Equal(200, page.Status);
        Assert.Equal("text/html", page.Type);
        Assert.Contains("classification of churned", page.Text, StringComparison.Ordinal);
        Assert.Contains("modelwright models register MODEL.mw --name NAME", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task NoPages_AreNotThere()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), (options, _) => options);

        Assert.Equal(404, (await server.GetAsync("/")).Status);
        Assert.Equal(404, (await server.GetAsync("/studio/assets/studio.css")).Status);
        Assert.Equal(200, (await server.GetAsync("/models")).Status);
    }
}
