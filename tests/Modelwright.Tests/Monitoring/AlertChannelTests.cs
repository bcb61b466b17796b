using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Alerts;

namespace Modelwright.Tests.Monitoring;

public sealed class AlertChannelTests
{
    private static readonly WindowReport Report = new()
    {
        Name = "rows 1 to 9",
        ModelId = new('a', 64),
        Rows = 9,
        LabelledRows = 0,
        ReferenceRows = 100,
        Findings = [new("column_gone", "age", true, 1, 0, null, "Column 'age' is gone.\nforged line"), new("drift", "plan", false, 0.2, 0.1, 0, "A note.")],
        Drift = [],
        Performance = [],
        NotLooked = [],
    };

    [Fact]
    public async Task Log_AnAlarm_IsOneLine()
    {
        var output = new StringWriter();

        await AlertChannels.Log(output, new StillClock()).SendAsync(Report, TestContext.Current.CancellationToken);
        await AlertChannels.Log(output, new StillClock()).SendAsync(Report with { Findings = [] }, TestContext.Current.CancellationToken);

        Assert.Equal(["2026-01-02T03:04:05Z model aaaaaaaaaaaa window 'rows 1 to 9' ALARM column_gone: Column 'age' is gone. forged line", "2026-01-02T03:04:05Z model aaaaaaaaaaaa window 'rows 1 to 9' no alarm"], output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Webhook_PostsTheDocument()
    {
        await using var server = new Loopback(204);

        await AlertChannels.Webhook(server.Address("/hooks/secret?token=1")).SendAsync(Report, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /hooks/secret?token=1 HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json; charset=utf-8\r\n", request, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.True(document.RootElement.GetProperty("has_alarm").GetBoolean());
        Assert.Equal("age", document.RootElement.GetProperty("findings")[0].GetProperty("column").GetString());
    }

    [Fact]
    public async Task Webhook_AFaultThatPasses_IsTriedAgain()
    {
        await using var server = new Loopback(500, 429, 200);

        await AlertChannels.Webhook(server.Address("/a"), new HastyClock()).SendAsync(Report, TestContext.Current.CancellationToken);

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Webhook_AFaultThatStays_IsToldWithoutTheSecret()
    {
        await using var server = new Loopback(500, 503, 500, 200);
        var address = server.Address("/hooks/secret?token=1");

        var fault = await Assert.ThrowsAsync<OptionsException>(() => AlertChannels.Webhook(address, new HastyClock()).SendAsync(Report, TestContext.Current.CancellationToken));

        Assert.Equal($"The alert was not delivered to http://{address.Authority}: it answered 500, after 3 tries. Check that the address is right and that its host can be reached from here.", fault.Message);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Webhook_ARefusal_IsNotTriedAgain(int status)
    {
        await using var server = new Loopback(status, 200);
        var address = server.Address("/a");

        var fault = await Assert.ThrowsAsync<OptionsException>(() => AlertChannels.Webhook(address).SendAsync(Report, TestContext.Current.CancellationToken));

        Assert.Contains($"it answered {status}, after 1 try.", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("http://example.com/a", "The address of a webhook must begin with https://, or with http:// and name this machine itself. Use https, so that nobody on the way reads the report or the address.")]
    [InlineData("ftp://localhost/a", "The address of a webhook must begin with https://, or with http:// and name this machine itself. Use https, so that nobody on the way reads the report or the address.")]
    [InlineData("https://me:word@example.com/a", "The address of a webhook holds a user name or a password, which proxies and logs would see. Use an address that the receiver made for this, without them.")]
    public void Webhook_OtherAddresses_AreRefused(string address, string said) => Assert.Equal(said, Assert.Throws<OptionsException>(() => AlertChannels.Webhook(new(address))).Message);

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }

    /// <summary>A clock whose pauses of up to five seconds are over at once; what takes longer never ends.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime <= TimeSpan.FromSeconds(5) && dueTime > TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
    }

    /// <summary>Answers one request a connection with the next of some codes.</summary>
    private sealed class Loopback : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _work;

        public Loopback(params int[] codes)
        {
            _listener.Start();
            _work = Task.Run(() => ServeAsync(codes));
        }

        public List<string> Requests { get; } = [];

        public Uri Address(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _work;
        }

        private async Task ServeAsync(int[] codes)
        {
            foreach (var code in codes)
            {
                try
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await AnswerAsync(client.GetStream(), code);
                }
                catch (Exception fault) when (fault is SocketException or InvalidOperationException or IOException or OperationCanceledException)
                {
                    return;
                }
            }
        }

        private async Task AnswerAsync(NetworkStream stream, int code)
        {
            var (text, buffer) = (new StringBuilder(), new byte[65536]);
            while (!IsWhole(text.ToString()))
            {
                var count = await stream.ReadAsync(buffer);
                if (count == 0)
                {
                    return;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            Requests.Add(text.ToString());
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {code} X\r\nLocation: http://127.0.0.1:1/\r\n{(code == 204 ? "" : "Content-Length: 0\r\n")}Connection: close\r\n\r\n"));
        }

        private static bool IsWhole(string text)
        {
            const string Length = "Content-Length: ";
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var at = text.IndexOf(Length, StringComparison.Ordinal);
            return end >= 0 && at >= 0 && text.Length - end - 4 >= int.Parse(text[(at + Length.Length)..text.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
