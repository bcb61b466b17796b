using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Modelwright.Server.Answers;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Measuring;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Plain;

/// <summary>
/// POST /models/MODEL/batch: any number of rows as lines of JSON or as CSV, answered line by line while they come, by one version from
/// start to end. A line that is wrong is told in its place and ends nothing.
/// </summary>
internal sealed class BatchRoute(ServerOptions options, ServedModels models, Answering answering)
{
    private const int FlushBytes = 32 << 10;
    private const int TimesLonger = 10;

    internal void Map(IEndpointRouteBuilder routes) => routes.Add("POST", "/models/{model}/batch", new(Role.Predict), AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var target = models.Target(context, RequestIds.Of(context, options.Time));
        if (target.Version.Predictor.Package.Model.Form is Core.Learning.Abilities.IReadsInOrder)
        {
            throw RequestException.Of(400, "The model reads rows in order.", "Each row is judged by those before it, so lines cannot be answered one by one.", "Send the rows together to the route 'predict'.");
        }

        using var activity = Traces.Answer("modelwright.batch", target);
        var isCsv = IsCsv(context);
        var reader = new BatchReader(target.Version.Layout, options.Limits, isCsv);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Limits.BatchBytes;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(options.Limits.RequestTime * TimesLonger);
        context.Response.ContentType = "application/x-ndjson";
        using var reply = JsonReply.Rent();
        var (row, isLast) = (0, false);
        while (!isLast)
        {
            var result = await context.Request.BodyReader.ReadAsync(limit.Token).ConfigureAwait(false);
            isLast = result.IsCompleted;
            var rest = result.Buffer;
            try
            {
                while (Line(ref rest, isCsv, isLast, out var line))
                {
                    CheckLength(line);
                    row += Answer(reader, target, line, row, reply, limit.Token);
                    if (reply.Length > FlushBytes)
                    {
                        await FlushAsync(context, reply, limit.Token).ConfigureAwait(false);
                    }
                }

                CheckLength(rest);
            }
            catch
            {
                // The connection would be ended without an answer by a body that somebody still holds.
                context.Request.BodyReader.AdvanceTo(result.Buffer.End);
                throw;
            }

            context.Request.BodyReader.AdvanceTo(rest.Start, rest.End);
        }

        activity?.SetTag(Traces.RowsTag, row);
        await FlushAsync(context, reply, limit.Token).ConfigureAwait(false);
    }

    private static bool IsCsv(HttpContext context) => context.Request.ContentType?.Split(';')[0].Trim() switch
    {
        "text/csv" => true,
        "application/x-ndjson" or "application/jsonl" or "application/json" or null => false,
        var other => throw RequestException.Of(415, "The body is of another kind.", $"It says it is '{RequestFault.Shown(other)}'.", "Send 'application/x-ndjson', one object a line, or 'text/csv' with a header."),
    };

    /// <summary>The next line; the last needs no end. A record of CSV goes on while quotes are open.</summary>
    private static bool Line(ref ReadOnlySequence<byte> buffer, bool isCsv, bool isLast, out ReadOnlySequence<byte> line)
    {
        var sequence = new SequenceReader<byte>(buffer);
        var isOpen = false;
        while (sequence.TryReadTo(out ReadOnlySequence<byte> part, (byte)'\n'))
        {
            isOpen ^= isCsv && CsvLine.IsOpen(part);
            if (!isOpen)
            {
                line = buffer.Slice(0, buffer.GetOffset(sequence.Position) - buffer.GetOffset(buffer.Start) - 1);
                buffer = sequence.UnreadSequence;
                return true;
            }
        }

        line = buffer;
        buffer = isLast ? buffer.Slice(buffer.End) : buffer;
        return isLast && line.Length > 0;
    }

    private void CheckLength(ReadOnlySequence<byte> line)
    {
        if (line.Length > options.Limits.LineBytes)
        {
            throw RequestException.Of(413, "A line is too long.", FormattableString.Invariant($"It has more than {options.Limits.LineBytes} bytes."), "End each row by a line feed.");
        }
    }

    /// <summary>Answers a line.</summary>
    /// <returns>How many rows it was: none for the header and empty lines.</returns>
    private int Answer(BatchReader reader, AnswerTarget target, ReadOnlySequence<byte> line, int row, JsonReply reply, CancellationToken cancellation)
    {
        if (reader.WantsHeader)
        {
            reader.ReadHeader(Trimmed(line));
            return 0;
        }

        line = Trimmed(line);
        if (line.IsEmpty)
        {
            return 0;
        }

        var work = target.Version.Work.Get();
        try
        {
            reader.Read(line, work);
            Write(target with { Id = string.Create(CultureInfo.InvariantCulture, $"{target.Id}-{row}") }, work, row, reply.Writer, cancellation);
            reply.EndLine();
            return 1;
        }
        finally
        {
            target.Version.Work.Return(work);
        }
    }

    private void Write(AnswerTarget target, RowWork work, int row, Utf8JsonWriter writer, CancellationToken cancellation)
    {
        writer.WriteStartObject();
        writer.WriteNumber("row", row);
        try
        {
            answering.Answer(target, work, cancellation);
            writer.WriteString("id", target.Id);
            AnswerJson.Write(writer, target.Version, work.Answers, 0);
        }
        catch (RequestException fault) when (fault.Status < 500)
        {
            ProblemReply.WriteErrors(writer, [.. fault.Faults.Select(one => one with { Row = row })]);
        }

        writer.WriteEndObject();
    }

    private static ReadOnlySequence<byte> Trimmed(ReadOnlySequence<byte> line) =>
        line.Length > 0 && line.Slice(line.Length - 1).FirstSpan[0] == (byte)'\r' ? line.Slice(0, line.Length - 1) : line;

    private static async Task FlushAsync(HttpContext context, JsonReply reply, CancellationToken cancellation)
    {
        context.Response.BodyWriter.Write(reply.Written.Span);
        reply.Restart();
        await context.Response.BodyWriter.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
