using System.Text;
using System.Text.Json.Nodes;
using Modelwright.Serving.Starting;
using Modelwright.Server.Security;

namespace Modelwright.Serving.Storming;

/// <summary>Asks every route of a server with keys without one, with wrong ones, and with ones that allow something else. What a route needs is told here again, so that a slip in the server is seen.</summary>
internal sealed class AccessCheck(RunningServer server, IReadOnlyDictionary<Role, string> keys, StormTally tally)
{
    private static readonly string[] Open = ["GET /healthz", "GET /readyz", "GET /v2/health/live", "GET /v2/health/ready", "GET /studio/sign-in", "POST /studio/sign-in", "POST /studio/sign-out"];

    // A page that nobody may see leads to the form to sign in.
    private const int SentToSignIn = 302;

    private int _refused;
    private int _let;

    public async Task<JsonObject> RunAsync()
    {
        var closed = server.Routes.Where(route => !Open.Contains(route) && !route.StartsWith("GET /studio/assets/", StringComparison.Ordinal)).ToArray();
        foreach (var route in closed)
        {
            await AskAsync(route);
        }

        Console.WriteLine($"without a key that allows it: {closed.Length} routes asked, {_refused} requests refused, {tally.Faults} faults");
        return new() { ["routes"] = closed.Length, ["refused"] = _refused, ["allowed"] = _let };
    }

    private async Task AskAsync(string route)
    {
        var needed = Needed(route);
        string[] wrong =
        [
            "", "Authorization: Bearer \r\n", "Authorization: Bearer mw_wrong\r\n", "Authorization: Basic dXNlcjpwYXNz\r\n", "X-Api-Key: mw_wrong\r\n", $"Authorization: Bearer {keys[Role.Predict][..^1]}\r\n", $"Authorization: Bearer {keys[Role.Manage]}x\r\n",
            $"Authorization: Bearer mw_wrong\r\nX-Api-Key: {keys[Role.Manage]}\r\n", $"Cookie: modelwright_session={keys[Role.Manage]}\r\n", "Authorization: Bearer a.b.c\r\n", "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJtYW5hZ2UiXX0.\r\n",
            $"X-Forwarded-For: 127.0.0.1\r\nX-Original-Url: /healthz\r\n", $"Authorization: Bearer {new string('k', 20_000)}\r\n",
        ];
        foreach (var headers in wrong)
        {
            Judge(route, await StatusAsync(route, headers), mayPass: false, "a wrong key or none");
        }

        foreach (var (role, key) in keys.Where(pair => needed != Role.None))
        {
            var status = await StatusAsync(route, $"Authorization: Bearer {key}\r\n");
            Judge(route, status, mayPass: role.HasFlag(needed), $"a key with the role '{role}'");
        }
    }

    private void Judge(string route, int status, bool mayPass, string what)
    {
        var isRefused = status is 401 or 403 or 431 or SentToSignIn;
        tally.Count(mayPass ? "keys that allow it" : "keys that do not allow it, or none", status);
        (_refused, _let) = isRefused ? (_refused + 1, _let) : (_refused, _let + 1);
        if (isRefused == mayPass || status >= 500 || status == Connection.Hung)
        {
            tally.Fault($"{route} by {what}: {status}");
        }
    }

    private async Task<int> StatusAsync(string route, string headers)
    {
        var parts = route.Split(' ');
        var path = string.Join('/', parts[1].Split('/').Select(part => part switch
        {
            "{model}" => ServerSetup.Model,
            ['{', ..] => "1",
            _ => part,
        }));
        using var connection = new Connection(server.Address);
        var request = parts[0] == "GET"
            ? Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n{headers}\r\n")
            : Connection.Post(server.Address, path, "{}"u8, $"Content-Type: application/json\r\n{headers}", parts[0]);
        var status = await connection.AskAsync(request, TimeSpan.FromSeconds(20));
        return connection.Answer.IndexOf("Location: /studio/sign-in"u8) >= 0 ? SentToSignIn : status;
    }

    private static Role Needed(string route) => route switch
    {
        _ when route.Contains(" /manage/", StringComparison.Ordinal) => Role.Manage,
        _ when route.Contains(" /registry/", StringComparison.Ordinal) && !route.StartsWith("GET ", StringComparison.Ordinal) => Role.Manage,
        _ when route.EndsWith("/labels", StringComparison.Ordinal) => Role.Label,
        _ when route.EndsWith("/predict", StringComparison.Ordinal) || route.EndsWith("/batch", StringComparison.Ordinal) || route.EndsWith("/infer", StringComparison.Ordinal) => Role.Predict,
        _ => Role.None,
    };
}
