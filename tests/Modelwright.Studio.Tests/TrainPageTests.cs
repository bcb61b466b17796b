using System.Net.Http.Headers;
using System.Text;
using Modelwright.Studio.Tests.Data;

namespace Modelwright.Studio.Tests;

public sealed class TrainPageTests
{
    private const string Page = "/studio/train";

    [Fact]
    public async Task File_IsTrainedOn_AndItsModelServed()
    {
        using var folder = new TempFolder();
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(folder));

        var sent = await SendAsync(server, "customers.csv", SampleStudio.Csv(200));
        Assert.Equal(303, sent.Status);
        var profiled = await server.GetAsync(sent.Location!);
        Assert.Contains("200 rows, 4 columns.", profiled.Text, StringComparison.Ordinal);
        var started = await server.PostAsync(sent.Location!, $"{sent.Location}/start", ("target", "3"), ("task", ""), ("budget", "3"), ("ignore", "1"));
        Assert.Equal($"{sent.Location}?done=started", started.Location);
        Assert.Contains("The training has its place in the queue.", (await server.GetAsync(started.Location!)).Text, StringComparison.Ordinal);

        var done = await UntilAsync(server, sent.Location!, "It is done.");
        Assert.Contains("roc_auc", done.Text, StringComparison.Ordinal);
        Assert.Contains("Leaderboard", done.Text, StringComparison.Ordinal);
        var report = await server.GetAsync($"{sent.Location}/report");
        Assert.Equal(200, report.Status);
        Assert.Contains("customers.csv", report.Text, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", report.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"model.mw\"", (await server.GetAsync($"{sent.Location}/model.mw")).Headers["Content-Disposition"]);

        var loaded = await server.PostAsync(sent.Location!, $"{sent.Location}/load", ("model", ""), ("new_model", "fresh"));
        Assert.Equal("/studio/models/fresh?done=served", loaded.Location);
        Assert.Contains("champion, 100 % of requests", (await server.GetAsync("/studio/models/fresh")).Text, StringComparison.Ordinal);
        var version = await server.PostAsync(sent.Location!, $"{sent.Location}/load", ("model", "churn"), ("new_model", ""));
        Assert.Equal("/studio/models/churn?done=loaded", version.Location);
        Assert.Contains("answers nothing", (await server.GetAsync("/studio/models/churn")).Text, StringComparison.Ordinal);
        await server.PostAsync("/studio/models/churn", "/studio/models/churn/champion", ("version", "2"));
        Assert.Contains("Go back to the traffic before", (await server.GetAsync("/studio/models/churn")).Text, StringComparison.Ordinal);

        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.csv", SearchOption.AllDirectories));
        Assert.Single(Directory.GetFiles(folder.Path, "model.mw", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Faults_OfTheForm_AreToldAtOnce()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null) with { LongestBudget = TimeSpan.FromSeconds(30) });
        var sent = await SendAsync(server, "customers.csv", SampleStudio.Csv(50));

        var told = await server.PostAsync(sent.Location!, $"{sent.Location}/start", ("target", "99"), ("task", "divination"), ("budget", "1000"));

        Assert.Equal(400, told.Status);
        Assert.Contains("Choose the column to predict, or a task that needs none.", told.Text, StringComparison.Ordinal);
        Assert.Contains("There is no task 'divination' that can be trained. Choose one of the list.", told.Text, StringComparison.Ordinal);
        Assert.Contains("The budget must be 1 to 30 seconds. Got '1000'. Give a number such as 60.", told.Text, StringComparison.Ordinal);
        Assert.Contains("What is to be learned?", (await server.GetAsync(sent.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_CanBeStopped()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null));
        var sent = await SendAsync(server, "customers.csv", SampleStudio.Csv(400));
        await server.PostAsync(sent.Location!, $"{sent.Location}/start", ("target", "3"), ("task", ""), ("budget", "600"));
        await UntilAsync(server, sent.Location!, "It trains:");

        var stopped = await server.PostAsync(sent.Location!, $"{sent.Location}/stop");

        Assert.Equal($"{sent.Location}?done=stopping", stopped.Location);
        await UntilAsync(server, sent.Location!, "It is done.", "It ended without a model.");
        Assert.Equal($"{Page}?done=removed", (await server.PostAsync(sent.Location!, $"{sent.Location}/remove")).Location);
        Assert.Equal(404, (await server.GetAsync(sent.Location!)).Status);
    }

    [Fact]
    public async Task FileWithoutAnythingToLearn_SaysWhy()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null));
        var sent = await SendAsync(server, "one.csv", "a,b\n1,yes\n2,yes\n3,yes\n");
        await server.PostAsync(sent.Location!, $"{sent.Location}/start", ("target", "1"), ("task", ""), ("budget", "2"));

        var page = await UntilAsync(server, sent.Location!, "It ended without a model.");

        Assert.Contains("'b'", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows.sql", "select 1", 415, "none of the kinds that are taken here")]
    [InlineData("rows.mw", "PK", 415, "none of the kinds that are taken here")]
    [InlineData("empty.csv", "", 400, "It has no byte. Choose another file.")]
    [InlineData("rows.parquet", "no parquet at all", 400, "rows.parquet")]
    public async Task Files_OfOtherKinds_AreRefused(string name, string content, int status, string said)
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null));

        var reply = await SendAsync(server, name, content);

        Assert.Equal(status, reply.Status);
        Assert.Contains(said, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongFile_IsRefused()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null) with { UploadBytes = 1_000 });

        var reply = await SendAsync(server, "customers.csv", SampleStudio.Csv(100));

        Assert.Equal(413, reply.Status);
        Assert.Contains("It has more than 1000 B", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyFiles_AreTooMany()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null) with { MostTrainings = 2 });
        await SendAsync(server, "one.csv", SampleStudio.Csv(20));
        var second = await SendAsync(server, "two.csv", SampleStudio.Csv(20));

        var third = await SendAsync(server, "three.csv", SampleStudio.Csv(20));
        Assert.Equal(503, third.Status);
        Assert.Contains("At most 2 files are held at one time. Wait until a training ends, or remove a file that nobody started.", third.Text, StringComparison.Ordinal);

        await server.PostAsync(second.Location!, $"{second.Location}/remove");
        Assert.Equal(303, (await SendAsync(server, "three.csv", SampleStudio.Csv(20))).Status);
    }

    [Fact]
    public async Task HostileFile_IsText_AndNoPath()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null));

        var sent = await SendAsync(server, "../../<script>alert(1)</script>.csv", "<img src=x onerror=alert(2)>,b\n</td><script>alert(3)</script>,1\nx,2\ny,3\n");
        var page = await server.GetAsync(sent.Location!);

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Html, StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(2)>", page.Text.Replace("  ", " ", StringComparison.Ordinal) + System.Net.WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("..", (await server.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileForm_WithoutItsToken_IsNotRead()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn(), Pages(null));

        var reply = await SendAsync(server, "customers.csv", SampleStudio.Csv(20), token: "guessed");
        Assert.Equal(400, reply.Status);
        Assert.Contains("The form is out of date", reply.Text, StringComparison.Ordinal);
        reply = await SendAsync(server, "customers.csv", SampleStudio.Csv(20), token: "");
        Assert.Equal(400, reply.Status);
        Assert.Contains("No file was sent since the server started.", (await server.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutLearners_ThePageSaysWhatToDo()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        Assert.Contains("modelwright train FILE --target COLUMN", (await server.GetAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await SendAsync(server, "customers.csv", SampleStudio.Csv(20))).Status);
    }

    private static StudioOptions Pages(TempFolder? folder) => new() { Learners = SampleStudio.Learners(), RunFolder = folder?.Path, Threads = 2 };

    private static async Task<StudioServer.Reply> SendAsync(StudioServer server, string name, string content, string? token = null)
    {
        token ??= (await server.GetAsync("/studio/models/churn/try")).Token;
        using var form = new MultipartFormDataContent { { new StringContent(token), "form_token" } };
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = form };
        return await server.SendAsync(request);
    }

    private static async Task<StudioServer.Reply> UntilAsync(StudioServer server, string page, params string[] said)
    {
        for (var look = 0; look < 600; look++)
        {
            var reply = await server.GetAsync(page);
            if (said.Any(text => reply.Text.Contains(text, StringComparison.Ordinal)))
            {
                return reply;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{page} never said '{said[0]}'.");
    }
}
