using System.Buffers;
using Microsoft.AspNetCore.Http;
using Modelwright.Server.Faults;

namespace Modelwright.Server.Http;

/// <summary>Reads a whole body that is to be held in memory.</summary>
internal static class BodyReader
{
    /// <summary>Reads to the end. Who calls it lets the body go with <see cref="Release"/>.</summary>
    /// <exception cref="RequestException">It is too long, or took too long.</exception>
    internal static ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpContext context, long most, TimeSpan time)
    {
        if (context.Request.ContentLength > most)
        {
            throw TooLong(most);
        }

        // Most bodies of one row have come with their headers.
        if (context.Request.BodyReader.TryRead(out var result))
        {
            if (result.IsCompleted && result.Buffer.Length <= most)
            {
                return new(result.Buffer);
            }

            context.Request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        return RestAsync(context, most, time);
    }

    internal static void Release(HttpContext context, ReadOnlySequence<byte> body) => context.Request.BodyReader.AdvanceTo(body.End);

    private static async ValueTask<ReadOnlySequence<byte>> RestAsync(HttpContext context, long most, TimeSpan time)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(time);
        var reader = context.Request.BodyReader;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(limit.Token).ConfigureAwait(false);
                if (result.Buffer.Length > most)
                {
                    reader.AdvanceTo(result.Buffer.End);
                    throw TooLong(most);
                }

                if (result.IsCompleted)
                {
                    return result.Buffer;
                }

                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw RequestException.Of(StatusCodes.Status408RequestTimeout, "The body came too slowly.", FormattableString.Invariant($"It was not there after {time.TotalSeconds:0.###} seconds."), "Send it faster, or in several requests.");
        }
    }

    private static RequestException TooLong(long most) => RequestException.Of(
        StatusCodes.Status413PayloadTooLarge,
        "The body is too long.",
        FormattableString.Invariant($"It has more than {most} bytes."),
        "Send fewer rows at a time, or many rows to the batch route.");
}
