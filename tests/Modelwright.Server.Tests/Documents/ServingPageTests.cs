using System.Text;
using System.Text.Json;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Documents;

/// <summary>The calls that docs/serving.md shows are made as they stand there.</summary>
public sealed class ServingPageTests
{
    private const string Shown = "http://127.0.0.1:8080";

    [Fact]
    public async Task Curl_AsThePageShowsIt_IsAnsweredAsThePageSays()
    {
        var calls = Calls(await File.ReadAllTextAsync(PageOf("serving.md"), TestContext.Current.CancellationToken));
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { RequestLog = new ListLog() });
        var id = "";
        foreach (var (words, answer) in calls)
        {
            var (path, type, body) = Read(words);
            var reply = await server.PostAsync(path, body.Replace("0199…", id, StringComparison.Ordinal), type);
            Assert.True(reply.Status == 200, $"{path}: {reply.Text}");
            id = reply.Json.TryGetProperty("id", out var given) ? given.GetString()! : id;
            if (answer is not null)
            {
                using var expected = JsonDocument.Parse(answer.Replace(":…", ":0", StringComparison.Ordinal));
                Assert.Equal(expected.RootElement.EnumerateObject().Select(member => member.Name), reply.Json.EnumerateObject().Select(member => member.Name));
                Assert.Equal(expected.RootElement.GetProperty("label").GetString(), reply.Json.GetProperty("label").GetString());
            }
        }

        Assert.Equal(["/predict", "/v2/models/churn/infer", "/models/churn/labels"], calls.Select(call => Read(call.Words).Path));
    }

    private static string PageOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modelwright.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", name);
    }

    /// <summary>Each call of curl that has a body, as a shell reads its words, with the line under it where that is its answer.</summary>
    private static List<(List<string> Words, string? Answer)> Calls(string page)
    {
        var calls = new List<(List<string>, string?)>();
        for (var at = page.IndexOf("curl -s ", StringComparison.Ordinal); at >= 0; at = page.IndexOf("curl -s ", at + 1, StringComparison.Ordinal))
        {
            var (words, end) = Words(page, at);
            var next = page[(end + 1)..].Split('\n')[0];
            calls.Add((words, next.StartsWith('{') ? next : null));
        }

        return calls;
    }

    // Words end at blanks outside of single quotes, and the call at a line feed outside of them.
    private static (List<string> Words, int End) Words(string page, int at)
    {
        var (words, word, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (; isQuoted || page[at] != '\n'; at++)
        {
            if (page[at] == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (page[at] == ' ' && !isQuoted)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                word.Append(page[at]);
            }
        }

        words.Add(word.ToString());
        return (words, at);
    }

    private static (string Path, string Type, string Body) Read(List<string> words)
    {
        var address = words.Single(word => word.StartsWith(Shown, StringComparison.Ordinal));
        var header = words[words.IndexOf("-H") + 1];
        Assert.StartsWith("Content-Type: ", header, StringComparison.Ordinal);
        return (address[Shown.Length..], header["Content-Type: ".Length..], words[words.IndexOf("-d") + 1]);
    }
}
