using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Monitoring.Alerts;

/// <summary>Posts reports to an address.</summary>
internal sealed class WebhookChannel(Uri address, TimeProvider time) : IAlertChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    // One for all addresses: sockets are shared, and nothing of an answer is kept.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public async Task SendAsync(WindowReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var body = Encoding.UTF8.GetBytes(Documents.Write(report));
        for (var attempt = 0; ; attempt++)
        {
            var (fault, isFinal) = await TryAsync(body, cancellation).ConfigureAwait(false);
            if (fault is null)
            {
                return;
            }

            if (isFinal || attempt == Pauses.Length)
            {
                throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"The alert was not delivered to {address.Scheme}://{address.Authority}: {fault}, after {attempt + 1} {(attempt == 0 ? "try" : "tries")}. Check that the address is right and that its host can be reached from here."));
            }

            await Task.Delay(Pauses[attempt], time, cancellation).ConfigureAwait(false);
        }
    }

    // What the client says of a fault may hold the address, so it is said in own words.
    private async Task<(string? Fault, bool IsFinal)> TryAsync(byte[] body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } } };
        try
        {
            using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode
                ? (null, true)
                : (string.Create(CultureInfo.InvariantCulture, $"it answered {status}"), status is >= 300 and < 500 and not 408 and not 429);
        }
        catch (HttpRequestException fault)
        {
            return ($"the connection failed ({fault.HttpRequestError})", false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (string.Create(CultureInfo.InvariantCulture, $"it gave no answer within {Patience.TotalSeconds} s"), false);
        }
    }
}
