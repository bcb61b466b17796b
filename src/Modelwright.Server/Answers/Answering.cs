using Modelwright.Server.Faults;
using Modelwright.Server.Measuring;
using Modelwright.Server.Requests;

namespace Modelwright.Server.Answers;

/// <summary>From rows that are read to answers that may leave: asks the version, measures it, keeps the request, and hands it to the shadow.</summary>
internal sealed class Answering(ServerOptions options, ServerMeasures measures, ShadowQueue shadows)
{
    /// <summary>Answers the rows of a request.</summary>
    /// <param name="target">Which model and version.</param>
    /// <param name="work">The rows; gets the answers.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="RequestException">A row cannot be answered, or the request cannot be kept.</exception>
    internal void Answer(AnswerTarget target, RowWork work, CancellationToken cancellation)
    {
        var start = options.Time.GetTimestamp();
        work.Faults.Throw();
        work.Answer(cancellation);
        measures.Answered(target, work.Rows.RowCount, options.Time.GetElapsedTime(start));
        Keep(target, work, isShadow: false);
        if (target.Shadow is { } shadow && shadow != target.Version)
        {
            shadows.Add(new(target, shadow, work.Rows.CopyFor(shadow.Layout), [.. work.Answers.Outputs]));
        }
    }

    /// <exception cref="RequestException">The request cannot be kept.</exception>
    internal void Keep(AnswerTarget target, RowWork work, bool isShadow)
    {
        if (ReferenceEquals(options.RequestLog, NoRequestLog.Instance))
        {
            return;
        }

#pragma warning disable CA1031 // whatever the log throws, the answer must not leave as if it were kept
        try
        {
            options.RequestLog.Append(new()
            {
                Id = target.Id,
                Model = target.Model.Name,
                Version = target.Version,
                IsShadow = isShadow,
                At = options.Time.GetUtcNow(),
                Rows = work.Rows,
                Outputs = work.Answers.Outputs,
            });
        }
        catch (Exception)
        {
            throw new RequestException(503, "The request cannot be kept, so it is not answered.", [new("The log of requests cannot be written.", "Come again; if it stays so, see the log of the server.")], 1) { RetryAfter = 1 };
        }
#pragma warning restore CA1031
    }
}
