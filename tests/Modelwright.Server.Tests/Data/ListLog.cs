using System.Collections.Concurrent;
using Modelwright.Server.Requests;

namespace Modelwright.Server.Tests.Data;

/// <summary>Keeps requests and labels in memory.</summary>
internal sealed class ListLog : IRequestLog
{
    public ConcurrentQueue<(string Id, string Version, bool IsShadow, double Age, double[] Outputs)> Requests { get; } = [];

    public ConcurrentQueue<ServedLabel> Labels { get; } = [];

    public bool Fails { get; set; }

    public bool KeepsLabels => true;

    public void Append(in ServedRequest request)
    {
        if (Fails)
        {
            throw new IOException("The disk is full.");
        }

        Requests.Enqueue((request.Id, request.Version.Version, request.IsShadow, request.Rows.Number(0, 0), request.Outputs.ToArray()));
    }

    public async ValueTask AppendLabelsAsync(string model, IReadOnlyList<ServedLabel> labels, CancellationToken cancellation)
    {
        await Task.Yield();
        if (Fails)
        {
            throw new IOException("The disk is full.");
        }

        foreach (var label in labels)
        {
            Labels.Enqueue(label);
        }
    }
}
