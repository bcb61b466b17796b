using System.Diagnostics;
using System.Net.Http.Headers;

namespace Modelwright.Serving;

/// <summary>Starts the server as a process of its own, and asks it.</summary>
internal static class Driver
{
    public static async Task<int> RunAsync(bool isStorm, string package, string row, Choices choices)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["server", package]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            var server = new Uri((await process.StandardOutput.ReadLineAsync())!);
            return isStorm ? await Storm.RunAsync(server, row, choices, process) : await LoadAsync(server, package, row, choices, process);
        }
        finally
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<int> LoadAsync(Uri server, string package, string row, Choices choices, Process process)
    {
        await Load.RunAsync(server, "/predict", row, choices with { Seconds = 2 });
        var empty = await Load.RunAsync(server, "/empty", row, choices);
        var predict = await Load.RunAsync(server, "/predict", row, choices);
        var half = await Load.RunAsync(server, "/predict", row, choices, predict.PerSecond / 2);
        Console.WriteLine($"empty endpoint    {empty}");
        Console.WriteLine($"one row           {predict}");
        Console.WriteLine($"one row, half     {half}");
        Console.WriteLine(FormattableString.Invariant($"share of empty    {predict.PerSecond / empty.PerSecond:P1}"));
        var before = Memory(process);
        var swapping = SwapAsync(server, package, choices);
        var swapped = await Load.RunAsync(server, "/predict", row, choices);
        await swapping;
        Console.WriteLine($"over {choices.Swaps} swaps     {swapped}");
        Console.WriteLine(FormattableString.Invariant($"memory            {before} MB before, {Memory(process)} MB after"));
        return empty.Failed + predict.Failed + half.Failed + swapped.Failed == 0 ? 0 : 1;
    }

    internal static long Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 >> 20;
    }

    private static async Task SwapAsync(Uri server, string package, Choices choices)
    {
        using var client = new HttpClient { BaseAddress = server };
        var bytes = await File.ReadAllBytesAsync(package);
        for (var swap = 1; swap <= choices.Swaps; swap++)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var loaded = await client.PostAsync(new Uri($"/manage/models/model/versions?version=swap-{swap}", UriKind.Relative), content);
            loaded.EnsureSuccessStatusCode();
            using var traffic = new StringContent($$"""{"champion":"swap-{{swap}}"}""", new MediaTypeHeaderValue("application/json"));
            using var routed = await client.PutAsync(new Uri("/manage/models/model/traffic", UriKind.Relative), traffic);
            routed.EnsureSuccessStatusCode();
            await Task.Delay(TimeSpan.FromSeconds(choices.Seconds * 0.8 / choices.Swaps));
        }
    }
}
