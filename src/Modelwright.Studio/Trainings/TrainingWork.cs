using System.Globalization;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;

namespace Modelwright.Studio.Trainings;

/// <summary>One training from a file to a folder with package and report. Whatever goes wrong becomes a sentence for the page.</summary>
internal sealed partial class TrainingWork(StudioOptions options, string root, ILogger logger)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    internal async Task RunAsync(TrainingEntry entry)
    {
        var start = options.Time.GetTimestamp();
        entry.Change(view => view with { Phase = TrainingPhase.Running, Started = options.Time.GetUtcNow() });
        try
        {
            entry.Stopping.ThrowIfCancellationRequested();
            var (run, folder) = await TrainAsync(entry, start).ConfigureAwait(false);
            entry.Change(view => view with { Phase = TrainingPhase.Done, Run = run, Folder = folder, Ended = options.Time.GetUtcNow() });
        }
        catch (OperationCanceledException)
        {
            Fail(entry, "It was stopped before there was a model. Send the file again, and let it run a little longer.");
        }
        catch (ModelwrightException cause)
        {
            Fail(entry, cause.Message);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Failed(logger, cause);
            Fail(entry, "What it found could not be saved, or the file could not be read again. The log of the server says why.");
        }
#pragma warning disable CA1031 // a training that fails must neither end the server nor the queue
        catch (Exception cause)
        {
            Failed(logger, cause);
            Fail(entry, "The training failed by a fault of the server. Its log says why; tell whoever runs it.");
        }
#pragma warning restore CA1031
        finally
        {
            entry.File.Dispose();
        }
    }

    private async Task<(TrainingRun Run, string Folder)> TrainAsync(TrainingEntry entry, long start)
    {
        var order = entry.View.Order!;
        var read = await UploadReading.ReadAsync(entry.File, options, entry.Stopping).ConfigureAwait(false);
        var folder = Path.GetFullPath(Path.Combine(options.RunFolder ?? Path.Combine(root, "runs"), options.Time.GetUtcNow().ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture) + "-" + entry.View.Id[..6]));
        var left = order.Budget - options.Time.GetElapsedTime(start);
        var training = new Modelwright.Training(read.Table, order.Target)
        {
            Learners = options.Learners ?? throw new OptionsException("The server was started without learners, so it cannot train. Start it by 'modelwright serve'."),
            Task = order.Task,
            Budget = left > Least ? left : Least,
            Ignore = order.Ignore,
            Threads = options.Threads,
            Source = read.Report,
            Record = options.Runs is { } runs ? new RecordOptions(runs) { Folder = folder } : null,
            Time = options.Time,
        };
        var run = await training.RunAsync(entry, entry.Stopping).ConfigureAwait(false);
        run.Save(folder);
        return (run, folder);
    }

    private void Fail(TrainingEntry entry, string fault) => entry.Change(view => view with { Phase = TrainingPhase.Failed, Fault = fault, Ended = options.Time.GetUtcNow() });

    [LoggerMessage(EventId = 40, EventName = "TrainingFailed", Level = LogLevel.Error, Message = "A training that a page started failed")]
    private static partial void Failed(ILogger logger, Exception fault);
}
