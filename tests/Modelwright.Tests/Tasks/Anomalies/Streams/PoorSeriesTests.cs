using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Tasks.Anomalies.Streams;

/// <summary>Series of which there is little to say have stated outcomes.</summary>
public sealed class PoorSeriesTests
{
    private static long At(int row) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(row).Ticks;

    private static Training Told(params Column[] columns) => new(new Table(columns), null)
    {
        Learners = new LearnerCatalog().AddBuiltIn(),
        Task = LearningTask.Anomalies,
        Roles = columns.Where(column => column.Name is "time" or "series").ToDictionary(column => column.Name, column => column.Name == "time" ? ColumnRole.Time : ColumnRole.Group),
        Types = new Dictionary<string, ColumnType> { ["value"] = ColumnType.Number },
        Trials = 1,
    };

    private static Task<TrainingRun> RunAsync(params Column[] columns) => Told(columns).RunAsync(stop: TestContext.Current.CancellationToken);

    private static TimeColumn Times(int count) => new("time", [.. Enumerable.Range(0, count).Select(At)]);

    private static NumberColumn Values(int count) => new("value", [.. Enumerable.Range(0, count).Select(row => (double)(row * 7919 % 101))]);

    [Fact]
    public async Task Run_SeriesOfOneReading_AreNotJudgedAndSaid()
    {
        var run = await RunAsync(Times(60), CategoryColumn.FromTexts("series", [.. Enumerable.Range(0, 60).Select(row => row < 50 ? "long" : $"lone {row}")]), Values(60));

        Assert.Equal((11, 10, 1, 50), (run.Evidence.Anomalies!.Streams!.Count, run.Evidence.Anomalies.Streams.TooShort, run.Evidence.Anomalies.Streams.Shortest, run.Evidence.Anomalies.Streams.Longest));
        Assert.Contains("10 of 11 series have 20 readings or fewer, so none of theirs is judged. Look at whether --series names the right column, or bring more readings.", run.Evidence.Warnings);
    }

    [Fact]
    public async Task Run_AFewReadings_GivesAModelThatTellsNone()
    {
        var run = await RunAsync(Times(5), Values(5));

        Assert.Equal((0, 4.5), (run.Evidence.Anomalies!.Found, run.Evidence.Anomalies.Threshold));
        Assert.Equal("None of 5 readings of 1 series stands out from those before it; a new reading is an anomaly at score 4.5 or more.", run.Report.Lead);
        using var predictor = new Predictor(run.Package);
        Assert.All(Enumerable.Range(0, 5), row => Assert.Equal(0, predictor.Predict(new Table([Times(5), Values(5)])).Value(row, "anomaly")));
    }

    [Fact]
    public async Task Run_ValuesThatNeverVary_SaysThatNoColumnIsLeft()
    {
        var fault = await Assert.ThrowsAnyAsync<ModelwrightException>(() => RunAsync(Times(60), new NumberColumn("value", [.. Enumerable.Repeat(3.0, 60)])));
        Assert.Equal("No column of numbers is left to watch. All columns are ids, the same in all rows, or have another role. Bring readings that are numbers, or say with --types which columns are.", fault.Message);
    }

    [Fact]
    public async Task Run_LabelsBesideATime_SaysWhichToLeaveOut()
    {
        var told = Told(Times(60), Values(60), CategoryColumn.FromTexts("fault", [.. Enumerable.Range(0, 60).Select(row => row == 7 ? "yes" : null)])) with { Target = "fault" };

        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal("--target fault: no labels are learned from where readings are judged by those before them. Leave it out, or leave --time out, so that rows are judged beside all others.", fault.Message);
    }

    [Fact]
    public async Task Run_TextsAndGapsAndTies_AreSaid()
    {
        int[] minutes = [.. Enumerable.Range(0, 80).Select(row => row == 7 ? 6 : row >= 40 ? row + 30 : row)];
        var time = new TimeColumn("time", [.. minutes.Select((minute, row) => row == 20 ? TimeColumn.Missing : At(minute))]);
        var run = await RunAsync(time, Values(80), CategoryColumn.FromTexts("state", [.. Enumerable.Range(0, 80).Select(row => row % 3 == 0 ? "on" : "off")]));

        var streams = run.Evidence.Anomalies!.Streams!;
        Assert.Equal((1, 1, 1, 60.0), (streams.Gaps, streams.Ties, streams.WithoutTime, streams.Interval));
        Assert.Contains("Column 'state' is not watched: only numbers that vary are. Turn what should be watched into numbers.", run.Evidence.Warnings);
        Assert.Equal(["value", "time"], run.Package.Model.Form.Info.Inputs.Select(input => input.Name));
    }

    [Fact]
    public async Task Run_NoRows_SaysSo()
    {
        var fault = await Assert.ThrowsAnyAsync<ModelwrightException>(() => RunAsync(Times(0), Values(0)));
        Assert.True(fault.Message.Split(". ").Length > 1, fault.Message);
    }

    [Fact]
    public async Task Run_LittleTime_JudgesTheLastRowsAndThePlanRepeatsIt()
    {
        const int Rows = 300_000;
        Column[] columns = [Times(Rows), .. Enumerable.Range(0, 4).Select(column => Values(Rows).Rename($"value {column}"))];
        var training = new Training(new(columns), null)
        {
            Learners = new LearnerCatalog().AddBuiltIn(),
            Task = LearningTask.Anomalies,
            Roles = new Dictionary<string, ColumnRole> { ["time"] = ColumnRole.Time },
            Budget = TimeSpan.FromSeconds(1),
        };
        var run = await training.RunAsync(stop: TestContext.Current.CancellationToken);
        var judged = run.Plan.Decision!.SampleRows;
        var again = await (training with { Budget = null, Plan = run.Plan }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.InRange(judged, 1, Rows - 1);
        Assert.Equal((judged, judged), (run.Evidence.Anomalies!.Streams!.Readings, run.Evidence.Rows.Shipped));
        Assert.Contains(FormattableString.Invariant($"There was time to judge the last {judged:#,0} of 300,000 rows. Give the run more time with --budget to judge all."), run.Evidence.Warnings);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_LittleMemory_KeepsTheLastRowsInOrder()
    {
        const int Rows = 150_000;
        Column[] columns = [Times(Rows), .. Enumerable.Range(0, 6).Select(column => Values(Rows).Rename($"value {column}"))];
        var training = new Training(new(columns), null)
        {
            Learners = new LearnerCatalog().AddBuiltIn(),
            Task = LearningTask.Anomalies,
            Roles = new Dictionary<string, ColumnRole> { ["time"] = ColumnRole.Time },
            Trials = 1,
            Memory = 178L << 20,
        };
        var run = await training.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.InRange(run.Evidence.Rows.LeftOutForMemory, 1, Rows - 1_000);
        Assert.Equal(0, run.Evidence.Anomalies!.Streams!.Gaps);
        Assert.Contains($"{run.Evidence.Rows.LeftOutForMemory} of {Rows} rows were left out, the first of the file, so that the run keeps within its memory. Give more with --memory to train on all.", run.Evidence.Warnings);
    }
}
