using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Hosting;
using Modelwright.Sources;

namespace Modelwright.Samples.Worker;

/// <summary>
/// Answers the files of a folder, one after another in the order of their names: 'orders.csv' goes to 'done', with its answers in
/// 'orders.answers.csv' beside it, or to 'failed', with what was wrong in 'orders.csv.error.txt'. A worker that ends in
/// between answers the file again when it starts, so a file is never lost and its answers may be written twice.
/// </summary>
internal sealed partial class InboxWorker(HostedPredictor model, IOptions<InboxOptions> options, ILogger<InboxWorker> logger) : BackgroundService
{
    private static readonly string[] Kinds = [".csv", ".jsonl"];

    private readonly string _inbox = Path.GetFullPath(options.Value.Folder);

    private string Done => Path.Combine(_inbox, "done");

    private string Failed => Path.Combine(_inbox, "failed");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(Done);
        Directory.CreateDirectory(Failed);
        using var timer = new PeriodicTimer(options.Value.Pause);
        do
        {
            foreach (var path in Directory.GetFiles(_inbox).Where(path => Kinds.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal))
            {
                await TakeAsync(path, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeAsync(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        try
        {
            var rows = await AnswerAsync(path, cancellation);
            File.Move(path, Path.Combine(Done, name), overwrite: true);
            LogAnswered(name, rows);
        }
        catch (DataException fault)
        {
            LogFailed(name, fault.Message);
            await File.WriteAllTextAsync(Path.Combine(Failed, $"{name}.error.txt"), fault.Message, cancellation);
            File.Move(path, Path.Combine(Failed, name), overwrite: true);
        }
        catch (IOException fault)
        {
            // Somebody still holds the file, or the disk is full: it stays, and is tried again.
            LogLeft(name, fault.Message);
        }
    }

    private async Task<int> AnswerAsync(string path, CancellationToken cancellation)
    {
        // Texts such as "007" stay as they are written where the model was trained on texts.
        var reading = ReadOptions.For(model.Current.Predictor.Package.Model.Schema);
        var rows = await Table.ReadAsync(path, reading, cancellation);
        var predictions = model.Predict(rows, threads: 1, cancellation);

        // Written beside its place and then renamed, so nobody sees half of it.
        var answers = $"{Path.GetFileNameWithoutExtension(path)}.answers{Path.GetExtension(path)}";
        await TableWriter.WriteAsync(AnswerTable.Of(predictions), Path.Combine(Done, answers), cancellation);
        return predictions.RowCount;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{File}: {Rows} rows answered")]
    private partial void LogAnswered(string file, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} cannot be answered: {Message}")]
    private partial void LogFailed(string file, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} is left for later: {Message}")]
    private partial void LogLeft(string file, string message);
}
