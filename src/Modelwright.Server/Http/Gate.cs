using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modelwright.Server.Faults;
using Modelwright.Server.Measuring;
using Modelwright.Server.Security;

namespace Modelwright.Server.Http;

/// <summary>What every request passes: how many are worked on, who asks, whether that caller may and how often; and where every fault ends in an answer.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ServerOptions _options;
    private readonly Doorkeeper _doorkeeper;
    private readonly ServerMeasures _measures;
    private readonly ILogger<Gate> _logger;
    private readonly PartitionedRateLimiter<string>? _rate;
    private int _working;

    public Gate(ServerOptions options, Doorkeeper doorkeeper, ServerMeasures measures, ILogger<Gate> logger)
    {
        (_options, _doorkeeper, _measures, _logger) = (options, doorkeeper, measures, logger);
        var perSecond = options.Limits.RequestsPerSecond;
        _rate = perSecond == 0 ? null : PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
        {
            TokenLimit = perSecond * 2,
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = perSecond >= 10 ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(1.0 / perSecond),
            QueueLimit = 0,
        }));
    }

    /// <summary>Lets a request through to its route, or says why not.</summary>
    internal async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var working = Interlocked.Increment(ref _working);
        try
        {
            await CheckAsync(context, working).ConfigureAwait(false);
            await next(context).ConfigureAwait(false);
            if (context.Response.StatusCode is 404 or 405 && !context.Response.HasStarted)
            {
                throw NoRoute(context);
            }
        }
        catch (RequestException fault)
        {
            await TellAsync(context, fault).ConfigureAwait(false);
        }
        catch (IOException fault) when (IsUnreadable(fault))
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                // Who asked has gone in the middle of the body. The server must hear of it, or it takes the rest for the next request.
                throw;
            }

            await TellAsync(context, Unreadable(fault)).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked has gone.
        }
        catch (OperationCanceledException)
        {
            await TellAsync(context, RequestException.Of(503, "The request took too long.", FormattableString.Invariant($"It was ended after {_options.Limits.RequestTime.TotalSeconds:0.###} seconds."), "Send fewer rows at a time.")).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // a fault of one request must not be seen by others, and its text is for the log alone
        catch (Exception fault)
        {
            ServerLog.RequestFailed(_logger, fault);
            await TellAsync(context, RequestException.Of(500, "The server failed.", "The log of the server says why.", "Tell whoever runs it.")).ConfigureAwait(false);
        }
#pragma warning restore CA1031
        finally
        {
            Interlocked.Decrement(ref _working);
        }
    }

    public void Dispose() => _rate?.Dispose();

    private async ValueTask CheckAsync(HttpContext context, int working)
    {
        var role = context.GetEndpoint()?.Metadata.GetMetadata<RouteRole>() ?? RouteRole.Known;
        if (role.IsOpen)
        {
            return;
        }

        if (working > _options.Limits.ConcurrentRequests)
        {
            throw new RequestException(503, "The server is busy.", [new(FormattableString.Invariant($"It works on {_options.Limits.ConcurrentRequests} requests."), "Come again in a second.")], 1) { RetryAfter = 1 };
        }

        var caller = await _doorkeeper.WhoAsync(context).ConfigureAwait(false) ?? throw Unknown();
        if ((caller.Roles & role.Needed) != role.Needed)
        {
            throw RequestException.Of(403, "The key does not allow this.", $"It needs the role '{string.Join("', '", RoleWords.Words(role.Needed))}'.", "Use a key with that role, or ask whoever runs the server for one.");
        }

        if (_rate is not null)
        {
            using var lease = _rate.AttemptAcquire(caller.Name);
            if (!lease.IsAcquired)
            {
                throw new RequestException(429, "Too many requests.", [new(FormattableString.Invariant($"A key may ask {_options.Limits.RequestsPerSecond} times a second."), "Come again in a second.")], 1) { RetryAfter = 1 };
            }
        }

        context.Features.Set(caller);
    }

    private RequestException Unknown() => _options.AsksWho
        ? RequestException.Of(401, "Nobody knows who asks.", "No key came with the request, or one that is not known or has run out.", "Send 'Authorization: Bearer KEY'.")
        : RequestException.Of(403, "The request comes from elsewhere.", "The server asks for no key, so it answers only requests to this machine by its own name and from no other site.", "Ask http://localhost or http://127.0.0.1, or start the server with keys.");

    // A chunk whose size no number holds comes as a plain fault of input; all else that is wrong with a body says that the request is bad.
    private static bool IsUnreadable(IOException fault) => fault is BadHttpRequestException or { InnerException: OverflowException };

    // Where the body ends, and so where the next request begins, is not known any more.
    private static RequestException Unreadable(IOException fault) => new((fault as BadHttpRequestException)?.StatusCode ?? 400, "The request cannot be read.", [new(fault.Message, "Mend it and send it again.")], 1) { EndsConnection = true };

    private static RequestException NoRoute(HttpContext context) => context.Response.StatusCode == 404
        ? RequestException.Of(404, "There is nothing here.", $"No route is '{RequestFault.Shown(context.Request.Path)}'.", "See /openapi/v1.json for all routes.")
        : RequestException.Of(405, "The method is another.", $"'{RequestFault.Shown(context.Request.Path)}' does not take {RequestFault.Shown(context.Request.Method)}.", "See /openapi/v1.json for all routes.");

    private async Task TellAsync(HttpContext context, RequestException fault)
    {
        _measures.Refused(fault.Status);
        try
        {
            await ProblemReply.WriteAsync(context, fault).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or OperationCanceledException)
        {
            // Who asked has gone.
        }
    }
}
