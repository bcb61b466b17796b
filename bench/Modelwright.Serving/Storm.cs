using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Modelwright.Serving;

/// <summary>Requests that are wrong: bodies cut and changed, deep, long, of other kinds, and paths that lead elsewhere. The server must neither fail nor end.</summary>
internal static class Storm
{
    private static readonly string[] Paths =
    [
        "/predict", "/models/model/predict", "/models/model/batch", "/models/model/labels", "/v2/models/model/infer", "/manage/models/model/traffic",
        "/manage/models/model/versions", "/models/..%2f..%2fetc%2fpasswd/predict", "/v2/models/%2e%2e/infer", "/models/model/versions/..%5c..%5cx/predict", "/docs/../../etc/passwd",
    ];

    public static async Task<int> RunAsync(Uri server, string row, Choices choices, Process process)
    {
        using var client = new HttpClient { BaseAddress = server };
        var (statuses, before) = (new ConcurrentDictionary<int, int>(), Driver.Memory(process));
        await Parallel.ForAsync(0, choices.Requests, new ParallelOptions { MaxDegreeOfParallelism = choices.Connections }, async (number, cancellation) =>
        {
            var random = new Random(HashCode.Combine(choices.Seed, number));
            using var content = new ByteArrayContent(Body(random, row));
            content.Headers.TryAddWithoutValidation("Content-Type", random.Next(10) == 0 ? "text/csv" : "application/json");
            var path = Paths[random.Next(Paths.Length)];
            try
            {
                using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
                statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
            }
            catch (HttpRequestException fault)
            {
                Console.WriteLine($"{path}: no answer to request {number}: {fault.InnerException?.Message}");
                statuses.AddOrUpdate(0, 1, (_, count) => count + 1);
            }
        });
        foreach (var (status, count) in statuses.OrderBy(pair => pair.Key))
        {
            Console.WriteLine($"{status} {count,9}");
        }

        Console.WriteLine($"memory {before} MB before, {Driver.Memory(process)} MB after");
        return statuses.Keys.Any(status => status is 0 or >= 500) || process.HasExited ? 1 : 0;
    }

    private static byte[] Body(Random random, string row)
    {
        var whole = Encoding.UTF8.GetBytes(row);
        var bytes = new byte[random.Next(8)];
        random.NextBytes(bytes);
        var at = random.Next(whole.Length);
        return random.Next(6) switch
        {
            0 => whole[..at],
            1 => [.. whole[..at], .. bytes, .. whole[at..]],
            2 => Encoding.UTF8.GetBytes(new string('[', random.Next(1, 10_000))),
            3 => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(row, random.Next(200)))}"),
            4 => bytes,
            _ => Encoding.UTF8.GetBytes(row.Replace(":", random.Next(2) == 0 ? ":{\"x\":" : ":1e999,\"x\":", StringComparison.Ordinal)),
        };
    }
}
