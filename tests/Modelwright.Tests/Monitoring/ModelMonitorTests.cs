using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Monitoring;

public sealed class ModelMonitorTests(Monitored monitored) : IClassFixture<Monitored>
{
    private static readonly MonitorOptions Quick = new() { LooksForSlices = false };

    private ModelMonitor Monitor => new(monitored.Classes, monitored.ClassReference, Quick);

    [Theory]
    [InlineData(500)]
    [InlineData(5000)]
    public void Judge_HonestWindows_RarelyAlarm(int rows)
    {
        var alarms = Enumerable.Range(0, 100).Count(seed => Monitor.Judge(Monitored.Noisy(rows, 100 + seed)).HasAlarm);

        // Were the true share 1 %, 100 windows had more than 4 alarms once in 290 runs.
        Assert.InRange(alarms, 0, 4);
    }

    [Fact]
    public void Judge_ShiftInAUselessColumn_IsANoteAndNoAlarm()
    {
        var report = Monitor.Judge(Monitored.Noisy(5000, 3, useless: 0.7), cancellation: TestContext.Current.CancellationToken);

        Assert.False(report.HasAlarm, string.Join('\n', report.Findings.Select(finding => finding.Text)));
        var note = Assert.Single(report.Findings, finding => finding.Kind == "drift");
        Assert.Equal("other", note.Column);
        Assert.StartsWith("Column 'other' is distributed otherwise than in the reference (by 0.", note.Text, StringComparison.Ordinal);
        Assert.Contains("where 0.1 matters). See whether its source has changed", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_RowsThatAreHardToTell_IsEstimatedRightAndAlarms()
    {
        // More rows near the age at which both classes are as likely.
        var report = Monitor.Judge(Monitored.Noisy(5000, 4, age: share => 0.25 + (0.35 * share)).Without(["churned"]), cancellation: TestContext.Current.CancellationToken);
        var labelled = Monitor.Judge(Monitored.Noisy(5000, 4, age: share => 0.25 + (0.35 * share)), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(report.Findings, finding => finding is { Kind: "estimated_performance", IsAlarm: true });
        Assert.Equal(0, report.LabelledRows);
        var (estimated, realised) = (Figure(labelled, "accuracy", true), Figure(labelled, "accuracy", false));
        Assert.InRange(estimated.Value - realised.Value, -0.02, 0.02);
        Assert.Contains("worse, beyond chance. Columns that have drifted: 'age'. Look at these first, get labels for some of these rows, and retrain if they agree.", report.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_LabelsThatTurned_IsSeenOnceTheyCome()
    {
        var rows = Monitored.Noisy(5000, 5, flipped: 0.06);

        Assert.False(Monitor.Judge(rows.Without(["churned"]), cancellation: TestContext.Current.CancellationToken).HasAlarm);
        var alarm = Assert.Single(Monitor.Judge(rows, cancellation: TestContext.Current.CancellationToken).Findings, finding => finding.IsAlarm);
        Assert.Equal("realised_performance", alarm.Kind);
        Assert.Contains("No single column has drifted. Look at these first, then retrain on rows like these or go back to an earlier version.", alarm.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_ColumnGone_IsAnAlarmAndNothingIsAnswered()
    {
        var report = Monitor.Judge(Monitored.Noisy(500, 6).Without(["age"]), cancellation: TestContext.Current.CancellationToken);

        var alarm = Assert.Single(report.Findings, finding => finding.IsAlarm);
        Assert.Equal("Column 'age' is gone, and the model refuses rows without it. Bring it back, empty where there is no value, or rename the column that holds it now.", alarm.Text);
        Assert.Empty(report.Performance);
        Assert.Contains("Answers and performance were not looked at: the model refuses such rows.", report.NotLooked);
    }

    [Fact]
    public void Judge_FaultsOfData_AreAlarmsByTheirKind()
    {
        var rows = Monitored.Noisy(1000, 7).Without(["churned"]);
        var random = new Random(1);
        var ages = new double[1000];
        ((NumberColumn)rows["age"]).Values.CopyTo(ages);
        string?[] texts = [.. ages.Select(age => random.Next(4) switch { 0 => null, 1 => "sixty", _ => age.ToString(System.Globalization.CultureInfo.InvariantCulture) })];
        var broken = rows.With(new TextColumn("age", texts))
            .With(CategoryColumn.FromTexts("plan", [.. Enumerable.Range(0, 1000).Select(row => row % 5 == 0 ? "gold" : rows["plan"].Format(row))]))
            .With(new NumberColumn("other", [.. Enumerable.Range(0, 1000).Select(row => (row % 4 == 0 ? 100.0 : 1.0) + random.NextDouble())]));

        var alarms = Monitor.Judge(broken, cancellation: TestContext.Current.CancellationToken).Findings.Where(finding => finding.IsAlarm).ToDictionary(finding => finding.Kind);

        Assert.Equal("age", alarms["missing"].Column);
        Assert.Contains("cannot be read, such as 'sixty', where 0 % were usual. See whether the source writes it in another way, and mend it there.", alarms["unreadable"].Text, StringComparison.Ordinal);
        Assert.StartsWith("Column 'plan': of 1000 rows 20 % have a level that training did not know, such as 'gold', where 0 % were usual.", alarms["unseen_level"].Text, StringComparison.Ordinal);
        Assert.Equal("other", alarms["out_of_range"].Column);
        Assert.Equal(0.25, alarms["out_of_range"].Figure, 1e-12);
    }

    [Fact]
    public void Judge_OtherType_IsAnAlarm()
    {
        var rows = Monitored.Noisy(500, 8).With(new TextColumn("age", [.. Enumerable.Repeat("old", 500)]));

        var alarm = Assert.Single(Monitor.Judge(rows, cancellation: TestContext.Current.CancellationToken).Findings, finding => finding.IsAlarm);

        Assert.StartsWith("No value of column 'age' can be read any more: Column 'age': 500 of 500 values cannot be read as a number, first 'old' in row 1.", alarm.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_ALoadThatRanTwice_IsAnAlarm()
    {
        var rows = Monitored.Noisy(500, 9);

        var alarm = Assert.Single(Monitor.Judge(rows.Take([.. Enumerable.Range(0, 1000).Select(row => row % 500)]), cancellation: TestContext.Current.CancellationToken).Findings, finding => finding.IsAlarm);

        Assert.Equal("Of all rows 50 % repeat another row in every column, where 0 % were usual. See whether a load ran twice.", alarm.Text);
    }

    [Fact]
    public void Judge_RowsInAnotherOrder_TellTheSame()
    {
        var rows = Monitored.Noisy(800, 10, age: share => share * share);
        var (one, other) = (Monitor.Judge(rows, cancellation: TestContext.Current.CancellationToken), Monitor.Judge(rows.Take([.. Enumerable.Range(0, 800).Reverse()]), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(one.Drift.Select(figure => figure.Name), other.Drift.Select(figure => figure.Name));
        Assert.All(one.Drift.Zip(other.Drift), pair => Assert.Equal(pair.First.Distance, pair.Second.Distance, 1e-9));
        Assert.All(one.Performance.Zip(other.Performance), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-9));
    }

    [Fact]
    public void Judge_NumbersThatShift_AreEstimatedNearWhatTheyAre()
    {
        var monitor = new ModelMonitor(monitored.Numbers, monitored.NumberReference, Quick);
        var rows = SmallTables.Numbers(3000, seed: 7);
        int[] some = [.. Enumerable.Range(0, 3000).Where(row => ((NumberColumn)rows["first"]).Values.At(row) > 5)];

        var report = monitor.Judge(rows.Take(some), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(report.Findings, finding => finding is { Kind: "drift", Column: "first" });
        Assert.InRange(Figure(report, "rmse", true).Value / Figure(report, "rmse", false).Value, 0.95, 1.05);
    }

    [Fact]
    public void Judge_AgainstThePackageAlone_SaysWhatIsNotLookedAt()
    {
        var report = new ModelMonitor(monitored.Classes, MonitorReference.FromPackage(monitored.Classes), Quick).Judge(Monitored.Noisy(2000, 11, useless: 0.7).Without(["churned"]), cancellation: TestContext.Current.CancellationToken);

        Assert.False(report.HasAlarm);
        Assert.Contains(report.Findings, finding => finding is { Kind: "drift", Column: "other" });
        Assert.StartsWith("There are no reference rows, so windows are held against the statistics and the evidence in the package. Not looked at:", report.NotLooked[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NoRow_IsRefused()
    {
        var fault = Assert.Throws<DataException>(() => Monitor.Judge(Monitored.Noisy(5, 1).Take([]), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("The window has no rows, so there is nothing to judge. Bring at least one row, or leave the window out.", fault.Message);
    }

    [Fact]
    public void Monitor_ReferenceOfAnotherModel_IsRefused()
    {
        var fault = Assert.Throws<OptionsException>(() => new ModelMonitor(monitored.Numbers, monitored.ClassReference));

        Assert.StartsWith($"The reference is of the model {monitored.Classes.ModelId[..12]}, and the package holds the model {monitored.Numbers.ModelId[..12]}. Learn the reference anew", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_AreToldTogether()
    {
        var fault = Assert.Throws<OptionsException>(() => new MonitorOptions { MatteringShare = 0, Seed = -1, Threads = 0 }.Validate());

        Assert.Equal("MatteringShare must be above 0 and below 1. Got 0. 0.025 is the default: 0.80 that becomes 0.78.\nSeed must be 0 or more. Got -1. 0 is the default.\nThreads must be 1 or more. Got 0. 1 is the default.", fault.Message);
    }

    private static WindowFigure Figure(WindowReport report, string metric, bool isEstimated) => report.Performance.Single(figure => figure.Metric == metric && figure.IsEstimated == isEstimated);
}
