using System.Text.Json;
using Modelwright.Recording;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Output.Runs;

/// <summary>The answers of 'runs' for a program; their schema is docs/runs.schema.json.</summary>
internal static class RunsDocument
{
    /// <summary>Writes the list.</summary>
    public static void Write(Utf8JsonWriter writer, string store, IReadOnlyList<RunSummary> runs)
    {
        writer.WriteString("store", store);
        writer.WriteStartArray("runs");
        foreach (var run in runs)
        {
            writer.WriteStartObject();
            WriteSummary(writer, run);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes what was taken away.</summary>
    public static void WriteDeleted(Utf8JsonWriter writer, RunSummary run)
    {
        writer.WriteStartObject("deleted");
        WriteSummary(writer, run);
        writer.WriteEndObject();
    }

    /// <summary>Writes one run.</summary>
    public static void WriteRun(Utf8JsonWriter writer, RecordedRun run)
    {
        writer.WriteStartObject("run");
        WriteDetails(writer, run);
        writer.WriteEndObject();
    }

    /// <summary>Writes the properties of one run.</summary>
    public static void WriteDetails(Utf8JsonWriter writer, RecordedRun run)
    {
        WriteSummary(writer, run.Summary);
        WriteText(writer, "ended", run.Ended is { } ended ? Moment(ended) : null);
        writer.WriteNumber("resumed", run.Resumed);
        WriteText(writer, "fingerprint", run.Fingerprint);
        writer.WriteNumber("rows", run.Rows);
        WriteText(writer, "task", run.Task);
        WriteText(writer, "metric", run.Metric);
        writer.WriteStartObject("options");
        foreach (var (name, value) in run.Options)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteString("release", run.Release);
        writer.WriteString("system", run.System);
        writer.WriteString("architecture", run.Architecture);
        writer.WriteNumber("processors", run.Processors);
        writer.WriteNumber("threads", run.Threads);
        WriteText(writer, "fault", run.Fault);
        WriteList(writer, "trials", run.Trials, trial => WriteTrial(writer, trial));
        WriteList(writer, "figures", run.Figures, figure => WriteFigure(writer, figure));
        WriteList(writer, "stages", run.Stages, stage => WriteStage(writer, stage));
        WriteTexts(writer, "decisions", run.Decisions);
        WriteTexts(writer, "warnings", run.Warnings);
    }

    /// <summary>Writes a text, or null.</summary>
    public static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>Writes a figure as an object; null where there is none.</summary>
    public static void WriteFigure(Utf8JsonWriter writer, Figure? figure)
    {
        if (figure is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("model", figure.Model);
        writer.WriteString("data", figure.Data);
        JsonFigures.WriteProperties(writer, figure);
        writer.WriteEndObject();
    }

    /// <summary>Writes a list.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter writer, RunSummary run)
    {
        writer.WriteString("id", run.Id);
        writer.WriteString("started", Moment(run.Started));
        writer.WriteString("state", RunsPage.Word(run.State));
        writer.WriteBoolean("can_resume", run.CanResume);
        WriteText(writer, "source", run.Source);
        WriteText(writer, "target", run.Target);
        writer.WritePropertyName("headline");
        WriteFigure(writer, run.Headline);
        writer.WriteNumber("trials_ended", run.Trials);
        JsonFigures.WriteNumber(writer, "seconds", run.Seconds);
        WriteText(writer, "package", run.Package);
        WriteText(writer, "model_id", run.ModelId);
    }

    private static void WriteTrial(Utf8JsonWriter writer, RecordedTrial trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Trial);
        writer.WriteString("state", trial.State);
        writer.WriteString("learner", trial.Learner);
        writer.WriteString("title", trial.Title);
        writer.WriteString("parameters", trial.Parameters);
        writer.WriteString("features", trial.Features);
        writer.WriteNumber("seed", trial.Seed);
        writer.WriteNumber("partition_seed", trial.PartitionSeed);
        JsonFigures.WriteNumber(writer, "score", trial.Score);
        writer.WriteNumber("seconds", trial.Seconds);
        writer.WriteNumber("ended_after", trial.EndedAfter);
        writer.WriteNumber("weight", trial.Weight);
        WriteText(writer, "fault", trial.Fault);
        writer.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter writer, RecordedStage stage)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", stage.Stage);
        writer.WriteNumber("began_after", stage.BeganAfter);
        writer.WriteNumber("seconds", stage.Seconds);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts) => WriteList(writer, name, texts, writer.WriteStringValue);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
