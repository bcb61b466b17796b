using System.Globalization;
using System.Net.Http.Headers;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Loading;

/// <summary>Swaps the model of a server while it is asked, and looks at its memory.</summary>
internal sealed class Swaps(RunningServer server, string package, LoadPlan plan, int count)
{
    private const int Looks = 10;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(2);

    /// <summary>Memory before the first request, after each tenth of them, and so at their end.</summary>
    public List<ServerMemory> Memory { get; } = [];

    /// <summary>Bytes of the heap that are in use at the same moments, after a collection.</summary>
    public List<long> Heap { get; } = [];

    /// <summary>Loads and routes as many versions as asked, spread evenly over the requests.</summary>
    /// <exception cref="HttpRequestException">The server refused one.</exception>
    public async Task RunAsync()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var bytes = await File.ReadAllBytesAsync(package);
        for (var swap = 1; swap <= count; swap++)
        {
            await ReachAsync(plan.Requests * swap / (count + 1));
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var loaded = await client.PostAsync(new Uri($"/manage/models/{ServerSetup.Model}/versions?version=swap-{swap}", UriKind.Relative), content);
            loaded.EnsureSuccessStatusCode();
            using var traffic = new StringContent($$"""{"champion":"swap-{{swap}}"}""", new MediaTypeHeaderValue("application/json"));
            using var routed = await client.PutAsync(new Uri($"/manage/models/{ServerSetup.Model}/traffic", UriKind.Relative), traffic);
            routed.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Looks at the memory before the first request and after each tenth.</summary>
    public async Task LookAsync()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        for (var look = 0; look <= Looks; look++)
        {
            await ReachAsync(plan.Requests * look / Looks);
            Memory.Add(server.Memory());
            using var heap = await client.PostAsync(new Uri("/heap", UriKind.Relative), null);
            Heap.Add(long.Parse(await heap.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture));
        }
    }

    private async Task ReachAsync(long taken)
    {
        while (plan.Taken < taken)
        {
            await Task.Delay(Between);
        }
    }
}
