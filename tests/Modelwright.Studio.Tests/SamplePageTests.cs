using Modelwright.Studio.Tests.Data;

namespace Modelwright.Studio.Tests;

/// <summary>Pages over a real run, registry and history.</summary>
public sealed class SamplePageTests(SamplePageTests.Sample sample) : IClassFixture<SamplePageTests.Sample>
{
    private StudioServer Server => sample.Studio.Server;

    [Fact]
    public async Task Evidence_HasFiguresColumnsGateAndPlan()
    {
        var page = await Server.GetAsync("/studio/models/churn/versions/1");

        Assert.Equal(200, page.Status);
        foreach (var said in new[] { "roc_auc", "nested_out_of_fold", "300 rows", "Permutation importance", "asked by", "and overruled", "Members of the model", "basic, gold", "Open the report", "It is champion, 100 % of requests." })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("<svg", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registry_HasVersionsAndTheLogOfChanges()
    {
        var list = await Server.GetAsync("/studio/registry/churn");
        Assert.Contains("Version 1 is champion of the registry.", list.Text, StringComparison.Ordinal);
        Assert.Contains("Promote: champion, against the gate", list.Text, StringComparison.Ordinal);
        Assert.Contains("the first", list.Text, StringComparison.Ordinal);
        Assert.Contains($"/studio/runs/{sample.Studio.RunId}", list.Html, StringComparison.Ordinal);

        var version = await Server.GetAsync("/studio/registry/churn/1");
        Assert.Contains("How good it is", version.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try a prediction", version.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/studio/registry/none")]
    [InlineData("/studio/registry/churn/9")]
    [InlineData("/studio/models/none")]
    [InlineData("/studio/models/churn/versions/9")]
    [InlineData("/studio/models/none/try")]
    [InlineData("/studio/quality/none")]
    [InlineData("/studio/quality/none/report")]
    [InlineData("/studio/runs/none")]
    [InlineData("/studio/runs/none/report")]
    [InlineData("/studio/runs/..%2F..%2Fetc/report")]
    [InlineData("/studio/train/none")]
    [InlineData("/studio/train/none/report")]
    [InlineData("/studio/train/none/model.mw")]
    public async Task WhatIsNotThere_IsSaidByAPage(string path)
    {
        var page = await Server.GetAsync(path);

        Assert.InRange(page.Status, 404, 409);
        Assert.Equal("text/html", page.Type);
        Assert.Contains("Back to the models", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_HaveALeaderboardAndAReport()
    {
        var list = await Server.GetAsync("/studio/runs");
        Assert.Contains(sample.Studio.RunId, list.Text, StringComparison.Ordinal);
        Assert.Contains("No run has this target.", (await Server.GetAsync("/studio/runs?target=other")).Text, StringComparison.Ordinal);

        var run = await Server.GetAsync($"/studio/runs/{sample.Studio.RunId}");
        Assert.True(run.Text.IndexOf("Baseline", StringComparison.Ordinal) > run.Text.IndexOf("Naive Bayes", StringComparison.Ordinal), "The baseline is the worst and comes last.");
        Assert.Contains("Load into the server", run.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await Server.GetAsync($"/studio/runs/{sample.Studio.RunId}/report")).Status);
    }

    [Fact]
    public async Task PackageOfARun_IsLoaded()
    {
        var page = $"/studio/runs/{sample.Studio.RunId}";

        var nowhere = await Server.PostAsync(page, $"{page}/load", ("model", ""), ("new_model", ""));
        Assert.Equal(400, nowhere.Status);
        Assert.Contains("Choose one that is served, or name a new one", nowhere.Text, StringComparison.Ordinal);
        var misnamed = await Server.PostAsync(page, $"{page}/load", ("model", ""), ("new_model", "../other"));
        Assert.Equal(409, misnamed.Status);
        Assert.Contains("A model cannot be named '../other'.", misnamed.Text, StringComparison.Ordinal);
        Assert.Equal("/studio/models/other?done=served", (await Server.PostAsync(page, $"{page}/load", ("model", ""), ("new_model", "other"))).Location);
    }

    [Fact]
    public async Task Quality_HasPicturesAlarmsAndSlices()
    {
        var page = await Server.GetAsync("/studio/quality");

        foreach (var said in new[] { "Quality of churn over time", "by labels", "estimated", "Distance from the reference", "Weak slices", "day 5", "Rows watched 1,500" })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("day 3", (await Server.GetAsync("/studio/quality/churn/report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prediction_HasReasonsThatAddUp()
    {
        const string Page = "/studio/models/churn/try";
        Assert.Contains("value=\"47\"", (await Server.GetAsync($"{Page}?example=1")).Html, StringComparison.Ordinal);

        var answered = await Server.PostAsync(Page, Page, ("version", "1"), ("column_0", "75"), ("column_1", "gold"));

        Assert.Contains("Why: what each column adds to", answered.Text, StringComparison.Ordinal);
        Assert.Contains("in words", answered.Text, StringComparison.Ordinal);
    }

    /// <summary>Made once, since it trains.</summary>
    public sealed class Sample : IAsyncLifetime
    {
        private SampleStudio? _studio;

        internal SampleStudio Studio => _studio!;

        public async ValueTask InitializeAsync() => _studio = await SampleStudio.StartAsync();

        public ValueTask DisposeAsync() => _studio is null ? default : _studio.DisposeAsync();
    }
}
