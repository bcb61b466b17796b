using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.ObjectPool;

namespace Modelwright.Server.Http;

/// <summary>A JSON document that is written to memory, which is used again, and then sent with its length.</summary>
internal sealed class JsonReply : IDisposable
{
    /// <summary>What a reply may hold to be kept for the next; larger ones are let go.</summary>
    private const int MostKept = 1 << 20;

    /// <summary>A pool that lets go of what it has no room for. One that disposes of it would ask this for its end again, without end.</summary>
    private static readonly DefaultObjectPool<JsonReply> Free = new(new DefaultPooledObjectPolicy<JsonReply>());

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    public JsonReply() => Writer = new(_buffer, new() { SkipValidation = true });

    internal Utf8JsonWriter Writer { get; }

    internal ReadOnlyMemory<byte> Written
    {
        get
        {
            Writer.Flush();
            return _buffer.WrittenMemory;
        }
    }

    internal static JsonReply Rent() => Free.Get();

    /// <summary>Sends what is written.</summary>
    internal async Task SendAsync(HttpContext context, string contentType = "application/json")
    {
        var written = Written;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = written.Length;
        await context.Response.BodyWriter.WriteAsync(written, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Makes room for the next document of the same reply, as in a stream of lines.</summary>
    internal void Restart()
    {
        _buffer.ResetWrittenCount();
        Writer.Reset();
    }

    /// <summary>Ends a line of a stream of documents.</summary>
    internal void EndLine()
    {
        Writer.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        Writer.Reset();
    }

    internal int Length => _buffer.WrittenCount;

    public void Dispose()
    {
        if (_buffer.Capacity <= MostKept)
        {
            Restart();
            Free.Return(this);
        }
        else
        {
            Writer.Dispose();
        }
    }
}
