using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Server.Measuring;
using Modelwright.Server.Requests;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>Asks shadows off the way of requests, one after the other. Where they come faster than they are answered, the newest are left out and counted.</summary>
internal sealed class ShadowQueue(ServerOptions options, ServerMeasures measures, ILogger<ShadowQueue> logger) : BackgroundService
{
    private const int MostWaiting = 1_000;

    private readonly Channel<ShadowWork> _waiting = Channel.CreateBounded<ShadowWork>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    internal void Add(ShadowWork work)
    {
        if (!_waiting.Writer.TryWrite(work))
        {
            measures.ShadowDropped(work.Target, work.Rows.RowCount);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
#pragma warning disable CA1031 // a shadow that fails must neither end the queue nor the server
            try
            {
                Ask(work, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                measures.ShadowFailed(work.Target);
                ServerLog.ShadowFailed(logger, work.Target.Model.Name, work.Shadow.Version, fault.GetType().Name);
            }
#pragma warning restore CA1031
        }
    }

    private void Ask(ShadowWork work, CancellationToken cancellation)
    {
        var answers = work.Shadow.Predictor.Predict(work.Rows.ToTable(), threads: 1, cancellation);
        var differing = 0;
        for (var row = 0; row < answers.RowCount; row++)
        {
            differing += Differs(work, answers.Outputs, row) ? 1 : 0;
        }

        measures.ShadowAnswered(work.Target, answers.RowCount, differing);
        if (!ReferenceEquals(options.RequestLog, NoRequestLog.Instance))
        {
            options.RequestLog.Append(new()
            {
                Id = work.Target.Id,
                Model = work.Target.Model.Name,
                Version = work.Shadow,
                IsShadow = true,
                At = options.Time.GetUtcNow(),
                Rows = work.Rows,
                Outputs = answers.Outputs,
            });
        }
    }

    /// <summary>Whether another class is answered; for numbers, whether they differ at all.</summary>
    private static bool Differs(ShadowWork work, double[] outputs, int row)
    {
        var (mine, other) = (work.Target.Version, work.Shadow);
        var (width, otherWidth) = (Width(mine), Width(other));
        var answered = work.Answered.AsSpan(row * width, width);
        var beside = outputs.AsSpan(row * otherWidth, otherWidth);
        return mine.Classes.Length > 0 && other.Classes.Length > 0
            ? mine.Predictor.Classes[mine.Predictor.Package.Model.Rules.Choose(answered)] != other.Predictor.Classes[other.Predictor.Package.Model.Rules.Choose(beside)]
            : !answered.SequenceEqual(beside);
    }

    private static int Width(ModelVersion version) => version.Classes.Length > 0 ? version.Classes.Length : Math.Max(1, version.Columns.Length);
}
