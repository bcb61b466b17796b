namespace Modelwright.Server.Requests;

/// <summary>Keeps nothing.</summary>
internal sealed class NoRequestLog : IRequestLog
{
    internal static readonly NoRequestLog Instance = new();

    private NoRequestLog()
    {
    }

    /// <inheritdoc/>
    public bool KeepsLabels => false;

    /// <inheritdoc/>
    public void Append(in ServedRequest request)
    {
    }

    /// <inheritdoc/>
    public ValueTask AppendLabelsAsync(string model, IReadOnlyList<ServedLabel> labels, CancellationToken cancellation) => ValueTask.CompletedTask;
}
