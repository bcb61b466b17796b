using Modelwright.Studio.Tests.Data;

namespace Modelwright.Studio.Tests;

public sealed class TryPageTests
{
    private const string Page = "/studio/models/churn/try";

    [Fact]
    public async Task Form_HasAFieldAColumn()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        var page = await server.GetAsync(Page);

        Assert.Contains("age in years", page.Text, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"decimal\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"gold\">gold</option>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Such as 2026-03-31 or 2026-03-31T14:30", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_IsAnsweredWithReasons()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        var page = await server.PostAsync(Page, Page, ("version", "1"), ("column_0", "50"), ("column_1", "gold"), ("column_2", "2026-03-31"), ("column_3", ""));

        Assert.Equal(200, page.Status);
        Assert.Contains("<p class=\"value\">yes</p>", page.Html, StringComparison.Ordinal);
        Assert.Contains("73.1 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"50\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_OfAllFields_StandBesideThem()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        var page = await server.PostAsync(Page, Page, ("version", "1"), ("column_0", "old"), ("column_2", "yesterday"));

        Assert.Equal(400, page.Status);
        Assert.Contains("2 fields cannot be read.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<p class=\"fault\" id=\"fault_0\">It cannot be read as a number. Write it like 1234.5, or give null where there is no value.</p>", page.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"fault_2\">It cannot be read as a point in time.", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"fault_0\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"old\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingValues_AreAllowed()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        Assert.Equal(200, (await server.PostAsync(Page, Page, ("version", "1"))).Status);
    }

    [Fact]
    public async Task Infinity_IsAFault()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        Assert.Contains("field cannot be read", (await server.PostAsync(Page, Page, ("version", "1"), ("column_0", "Infinity"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VersionThatIsGone_IsSaid()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        var page = await server.PostAsync(Page, Page, ("version", "9"));

        Assert.Equal(409, page.Status);
        Assert.Contains("It was let go since the page was made. Go back to the model and choose another.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostileNames_AreText()
    {
        await using var server = await StudioServer.StartAsync(Packages.Hostile());

        foreach (var path in new[] { "/", "/studio/models/churn", "/studio/models/churn/versions/1", Page, "/studio/models/%3Cscript%3Ealert(3)%3C%2Fscript%3E", "/studio/train" })
        {
            AssertHarmless((await server.GetAsync(path)).Html);
        }

        var answered = await server.PostAsync(Page, Page, ("version", "1"), ("column_0", "\"><script>alert(4)</script>"), ("column_1", Packages.HostileLevel));
        AssertHarmless(answered.Html);
        Assert.Contains("\"><script>alert(4)</script>", System.Net.WebUtility.HtmlDecode(answered.Html), StringComparison.Ordinal);
        answered = await server.PostAsync(Page, Page, ("version", "1"), ("column_0", "3"), ("column_1", Packages.HostileLevel));
        AssertHarmless(answered.Html);
        Assert.Contains("<b>no</b>", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trials_AreNoTraffic()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());
        await server.PostAsync(Page, Page, ("version", "1"), ("column_0", "50"));

        Assert.Contains("Nobody has asked in the last 15 minutes.", (await server.GetAsync("/studio/traffic")).Text, StringComparison.Ordinal);
    }

    private static void AssertHarmless(string html)
    {
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>no", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html.Replace("value=\"\u202E", "", StringComparison.Ordinal));
    }
}
