using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Explain;
using Modelwright.Learners;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Tasks.Anomalies.Streams;

/// <summary>Series from a table to a package that goes on reading them.</summary>
public sealed class StreamLifeTests
{
    private static readonly Table All = SensorRows.Of();

    [Fact]
    public async Task Run_WhatWasPlantedInThreeSeries_IsFoundWithFewFalseAlarms()
    {
        var run = await Told(All).RunAsync(stop: TestContext.Current.CancellationToken);
        var predictions = Reopened(run).Predict(All);
        (int Pump, int Reading)[] told = [.. Enumerable.Range(0, All.RowCount).Where(row => predictions.Value(row, "anomaly") == 1).Select(row => (row % 3, row / 3))];

        Assert.All(SensorRows.Planted, planted => Assert.Contains(told, one => IsAt(one, planted)));
        Assert.True(told.Count(one => !SensorRows.Planted.Any(planted => IsAt(one, planted))) <= 3, string.Join(", ", told));
        Assert.Equal(run.Evidence.Anomalies!.Found, told.Length);
        Assert.StartsWith("load ", predictions[(3 * SensorRows.Spike) + 1].Text, StringComparison.Ordinal);
        Assert.Matches(@"^load [0-9.]+ \(expected [0-9.]+\)$", predictions[(3 * SensorRows.Spike) + 1].Text);
        Assert.Null(predictions[0].Text);
        Assert.Equal(["score", "anomaly"], predictions.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Run_Evidence_SaysHowTheSeriesWereRead()
    {
        var run = await Told(All).RunAsync(stop: TestContext.Current.CancellationToken);
        var anomalies = run.Evidence.Anomalies!;

        Assert.Equal(
            new EvidenceStreams { Time = "timestamp", Series = "machine", Count = 3, Readings = 6_000, Judged = 5_937, Shortest = 2_000, Longest = 2_000, TooShort = 0, WarmUp = 20, Interval = 1_800, Gaps = 0, Ties = 0, WithoutTime = 0, Kept = 0 },
            anomalies.Streams);
        Assert.InRange(anomalies.Threshold!.Value, 3, 4.5);
        Assert.InRange(anomalies.Share, anomalies.Lower!.Value, anomalies.Upper!.Value);
        Assert.Equal(("stream_watch", 1.0), (run.Leaderboard.Single().Learner, run.Leaderboard.Single().Weight));
        Assert.Equal($"{anomalies.Found} of 6,000 readings of 3 series are anomalies: score {anomalies.Threshold:0.##} or more.", run.Report.Lead);
        Assert.Contains(run.Report.Sections, section => section.Id == "streams");
        Assert.Equal(["temperature", "load"], run.Evidence.Features.SelectMany(feature => feature.Columns));
    }

    [Fact]
    public async Task Run_AnyThreadsAndThePlanRepeated_SameModel()
    {
        var told = Told(All);
        var one = await (told with { Threads = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var four = await (told with { Threads = 4 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var again = await (told with { Task = null, Roles = new Dictionary<string, ColumnRole>(), Plan = one.Plan }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(one.Package.ModelId, four.Package.ModelId);
        Assert.Equal(one.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_ShareTold_CallsAsManyAnomalies()
    {
        var run = await (Told(All) with { Contamination = 0.01 }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal((60, 0.01, null), (run.Evidence.Anomalies!.Found, run.Evidence.Anomalies.Share, run.Evidence.Anomalies.Lower));
    }

    [Fact]
    public async Task Run_ATruth_IsComparedWithWhatWasFound()
    {
        double[] truth = [.. Enumerable.Range(0, All.RowCount).Select(row => SensorRows.Planted.Any(planted => IsAt((row % 3, row / 3), planted)) ? 1.0 : 0)];
        var run = await (Told(new([.. All.Columns, new NumberColumn("truth", truth)])) with { Truth = "truth" }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.True(run.Evidence.Figures.Single(figure => figure.Metric == "precision").Value > 0.8);
    }

    // What comes after training is answered the same whether or not the file holds the time of training again, and as if read at once.
    [Fact]
    public async Task Predict_RowsMayBeStored_GoesOnWhereTrainingEnded()
    {
        const int Cut = 1_300;
        var run = await (Told(SensorRows.Of(0, Cut)) with { StoreRows = true }).RunAsync(stop: TestContext.Current.CancellationToken);
        using var predictor = Reopened(run);
        var (later, again) = (predictor.Predict(SensorRows.Of(Cut)), predictor.Predict(All));
        var anew = Reopened(await Told(SensorRows.Of(0, Cut)).RunAsync(stop: TestContext.Current.CancellationToken)).Predict(All);

        Assert.True(predictor.Package.HoldsRows);
        Assert.Equal(3, run.Evidence.Anomalies!.Streams!.Kept);
        Assert.Equal(again.Outputs[(6 * Cut)..], later.Outputs);
        Assert.Equal(anew.Outputs, again.Outputs);
        Assert.Equal(["3 series go on where training ended."], later.Notes);
        Assert.Equal(["3 series go on where training ended.", "3,900 rows of them are not later than the end of training: they are read from a new start, and the rows after them go on as if they were not there."], again.Notes);
        Assert.Equal(["3 series begin anew: the first 20 readings of each are not judged. A model trained with --store-rows goes on where training ended."], anew.Notes);
    }

    [Fact]
    public async Task BeginStream_ReadingByReading_SameAnswersAsTheTable()
    {
        var run = await Told(All).RunAsync(stop: TestContext.Current.CancellationToken);
        using var predictor = Reopened(run);
        var expected = predictor.Predict(All);
        var stream = predictor.BeginStream();
        for (var reading = 0; reading <= SensorRows.Spike; reading++)
        {
            var row = (3 * reading) + 1;
            var answer = stream.Read(new { timestamp = new DateTime(((TimeColumn)All["timestamp"]).Values.At(row), DateTimeKind.Utc), temperature = Number("temperature", row), load = Number("load", row) });
            Assert.Equal((expected[row]["score"], expected[row]["anomaly"], expected[row].Text), (answer["score"], answer["anomaly"], answer.Text));
            stream = reading % 300 == 0 ? predictor.ResumeStream(stream.Save()) : stream;
        }

        Assert.Equal(SensorRows.Spike + 1, stream.Readings);
        static double Number(string column, int row) => ((NumberColumn)All[column]).Values.At(row);
    }

    [Fact]
    public async Task Explain_ReadingsOfSeries_SaysWhereTheReasonStands()
    {
        var run = await Told(SensorRows.Of(0, 100)).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(
            "The model scores readings by those before them in their series, so no row can be explained by itself. Its answers say which column was strange and what was to be expected: read 'because' beside each anomaly.",
            Assert.Throws<OptionsException>(() => new Explainer(run.Package)).Message);
    }

    private static bool IsAt((int Pump, int Reading) told, (int Pump, int Reading) planted) =>
        told.Pump == planted.Pump && told.Reading >= planted.Reading && told.Reading < planted.Reading + SensorRows.Lasts;

    private static Predictor Reopened(TrainingRun run)
    {
        using var file = new MemoryStream();
        run.Package.Save(file);
        file.Position = 0;
        return new(Package.Load(file));
    }

    private static Training Told(Table table) => new(table, null)
    {
        Learners = new LearnerCatalog().AddBuiltIn(),
        Task = LearningTask.Anomalies,
        Roles = new Dictionary<string, ColumnRole> { ["timestamp"] = ColumnRole.Time, ["machine"] = ColumnRole.Group },
        Trials = 1,
    };
}
