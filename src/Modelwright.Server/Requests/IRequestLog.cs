using Modelwright.Monitoring.Requests;

namespace Modelwright.Server.Requests;

/// <summary>What keeps requests with their answers, and labels that come later. Called from any thread.</summary>
public interface IRequestLog
{
    /// <summary>Whether labels are kept; without it the server refuses them.</summary>
    bool KeepsLabels { get; }

    /// <summary>The log on the disk that is written, which monitoring and retraining read; null, the default, where there is none.</summary>
    RequestLog? Log => null;

    /// <summary>Keeps a request before its answer leaves. What it throws is told to the caller as 503, and the answer is not sent.</summary>
    /// <param name="request">The request; its memory is used again as soon as the call returns.</param>
    void Append(in ServedRequest request);

    /// <summary>Keeps labels; ends only once they are durable, for a 2xx is sent after it.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="labels">Labels by the ids that answers gave.</param>
    /// <param name="cancellation">Asks to end.</param>
    ValueTask AppendLabelsAsync(string model, IReadOnlyList<ServedLabel> labels, CancellationToken cancellation);
}
