using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Tests.Data;
using Modelwright.Runtime.Tests.Forms.Streaming;
using Series = Modelwright.Runtime.Tests.Forms.Streaming.Streams;

namespace Modelwright.Runtime.Tests.Prediction.Streams;

/// <summary>Readings one by one through a predictor.</summary>
public sealed class StreamWatchTests
{
    private const string OneRowAlone = "The model scores readings by those before them in their series, so one row alone has no answer. Read it in a stream (BeginStream), or ask with all readings at once as a table or a list.";

    private static readonly Schema Schema = new(
    [
        new("time", ColumnType.Time) { Role = ColumnRole.Time },
        new("machine", ColumnType.Category) { Role = ColumnRole.Group },
        new("value", ColumnType.Number),
        new("load", ColumnType.Number),
    ]);

    private static Package Package { get; } = Package.Of(new(LearningTask.Anomalies, Schema, StreamVerdictForms.Form()), StreamVerdictForms.Rows(60, 1));

    private static PumpReading[] Readings(int count, double? last = null)
    {
        var (values, loads) = (Series.Noise(count, 1), Series.Noise(count, 2));
        return [.. Enumerable.Range(0, count).Select(row => new PumpReading(new(Series.HalfHour(row), DateTimeKind.Utc), row == count - 1 && last is { } told ? told : values[row], loads[row]))];
    }

    [Fact]
    public void Read_StoredAndTakenUpAgain_SameAnswersAsAtOnce()
    {
        using var predictor = new Predictor(Package);
        var (whole, pieces) = (predictor.BeginStream(), predictor.BeginStream());
        foreach (var reading in Readings(200, last: 90))
        {
            var (one, other) = (whole.Read(reading), pieces.Read(new Dictionary<string, object?> { ["time"] = reading.Time, ["value"] = reading.Value, ["load"] = reading.Load, ["machine"] = "a" }));
            Assert.Equal((one["score"], one["anomaly"], one.Text), (other["score"], other["anomaly"], other.Text));
            pieces = predictor.ResumeStream(pieces.Save());
        }

        Assert.Equal(200, pieces.Readings);
        Assert.Equal(whole.Save(), pieces.Save());
    }

    [Fact]
    public void Read_NoTimeOrNoValue_IsTaken()
    {
        using var predictor = new Predictor(Package);
        var stream = predictor.BeginStream();
        Assert.Equal(0, stream.Read(new { time = (DateTime?)null, value = 1.0, load = (double?)null })["score"]);
        Assert.Equal(0, stream.Read(new { time = (DateTime?)null, value = (double?)null, load = (double?)null })["anomaly"]);
        Assert.Equal(2, stream.Readings);
    }

    [Fact]
    public void Read_ColumnsAbsent_SaysWhichAndLearnsNothing()
    {
        using var predictor = new Predictor(Package);
        var stream = predictor.BeginStream();
        Assert.Equal(
            """
            Column 'time' was not found, and the model needs it.
            Column 'load' was not found, and the model needs it.
            The rows have: 'value', 'when'. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).
            """,
            Assert.Throws<DataException>(() => stream.Read(new { value = 1.0, when = "2026" })).Message);
        Assert.Equal(0, stream.Readings);
    }

    [Fact]
    public void Predict_OneReadingAlone_IsRefusedAndManyAreNot()
    {
        using var predictor = new Predictor(Package);
        var row = new Dictionary<string, object?> { ["time"] = "2026-01-01", ["machine"] = "a", ["value"] = 1, ["load"] = 2 };

        Assert.Equal(OneRowAlone, Assert.Throws<OptionsException>(() => predictor.Predict(row)).Message);
        Assert.Equal(OneRowAlone, Assert.Throws<OptionsException>(() => predictor.PredictJson("""{"time": "2026-01-01"}""")).Message);
        Assert.Equal(OneRowAlone, Assert.Throws<OptionsException>(() => predictor.Predict(new { time = "2026-01-01" })).Message);
        Assert.Equal(2, predictor.PredictAll<Dictionary<string, object?>>([row, row]).RowCount);
    }

    [Fact]
    public void BeginStream_ModelOfRows_IsRefused()
    {
        using var predictor = new Predictor(ExampleModels.NumberPackage());
        Assert.Equal("The model answers each row for itself (form 'number_trees'), so there is no stream to read. Ask with Predict.", Assert.Throws<OptionsException>(() => predictor.BeginStream()).Message);
    }

    [Fact]
    public void ResumeStream_StateOfOtherColumnsOrDamaged_IsRefused()
    {
        using var predictor = new Predictor(Package);
        var other = new Predictor(new Package(new(LearningTask.Anomalies, Schema, StreamVerdictForms.Going(StreamVerdictForms.Rows(60, 1)))));
        var state = predictor.BeginStream().Save();

        Assert.Equal(
            "The state is of a stream of 'value', 'time'; this model reads 'value', 'load', 'time'. Give a state of the same columns, or begin the stream again.",
            Assert.Throws<ArtifactException>(() => predictor.ResumeStream(other.BeginStream("a").Save())).Message);
        for (var length = 0; length < state.Length; length += 97)
        {
            Assert.Throws<ArtifactException>(() => predictor.ResumeStream(state.AsMemory(0, length)));
        }
    }

    [Fact]
    public void BeginStream_SeriesThatThePackageKnows_GoesOnFromTraining()
    {
        using var predictor = new Predictor(new Package(new(LearningTask.Anomalies, Schema, StreamVerdictForms.Going(StreamVerdictForms.Rows(60, 1)))));
        Assert.Equal((20, 0), (predictor.BeginStream("a").Readings, predictor.BeginStream("new").Readings));
    }

    [Fact]
    public void Package_SavedAndLoaded_AnswersItsCheckRowsAndKeepsNoName()
    {
        using var file = new MemoryStream();
        Package.Save(file);
        file.Position = 0;
        var loaded = Package.Load(file);

        Assert.Equal(["time", "machine", "value", "load"], loaded.CheckRows.Rows.Names);
        Assert.Contains(loaded.CheckRows.Answers, answer => answer > 0);
        Assert.Equal(Package.ModelId, loaded.ModelId);
        Assert.DoesNotContain(loaded.Model.Schema.Columns, column => column.Levels.Count > 0);
    }

    [Fact]
    public void Example_OfThePage_IsCompiledAndWarns()
    {
        var folder = Directory.CreateTempSubdirectory("modelwright-stream-");
        try
        {
            var (package, kept, warnings) = (Path.Combine(folder.FullName, "pumps.mw"), Path.Combine(folder.FullName, "pump-3.state"), new List<string>());
            Package.Save(package);
            StreamExample.Run(package, kept, Readings(150), warnings.Add);
            StreamExample.Run(package, kept, [new(new(Series.HalfHour(150), DateTimeKind.Utc), 90, 0)], warnings.Add);
            Assert.StartsWith("2024-01-04T03:00:00: value 90 (expected ", warnings[^1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Contains(Example(), File.ReadAllText(Repository.PathOf("docs", "prediction.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Example()
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "Modelwright.Runtime.Tests", "Prediction", "Streams", "StreamExample.cs"));
        var code = lines.SkipWhile(line => !line.EndsWith("<example>", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.EndsWith("</example>", StringComparison.Ordinal));
        return $"```csharp\n{string.Join('\n', code.Select(line => line.Length > 8 ? line[8..] : ""))}\n```";
    }
}
