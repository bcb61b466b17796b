using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Tasks;

/// <summary>Segments and anomalies from a table to a package that answers.</summary>
public sealed class TargetlessLifeTests
{
    [Fact]
    public async Task Run_GroupsOfMixedColumns_FindsThemAndTheirNumber()
    {
        var run = await Told(Groups(), LearningTask.Clustering).RunAsync(stop: TestContext.Current.CancellationToken);

        var segments = Assert.IsType<EvidenceSegments>(run.Evidence.Segments);
        Assert.Equal(3, segments.Count);
        Assert.Equal(150, segments.Segments.Sum(segment => segment.Rows) + segments.Noise);
        Assert.True(run.Evidence.Figures.Single(figure => figure.Metric == "adjusted_rand").Value > 0.95);
        Assert.Contains(run.Evidence.Figures, figure => figure is { Metric: "stability", Value: > 0.9 });

        var predictions = Reopened(run).Predict(Groups());
        Assert.Equal(["segment", "distance", "doubt"], predictions.Columns.Select(column => column.Name));
        Assert.Equal("name", predictions.Texts!.Name);
        Assert.True(Enumerable.Range(0, 150).Count(row => predictions.Value(row, "segment") == predictions.Value(row % 3, "segment")) > 145);
    }

    [Fact]
    public async Task Run_BasketsBesideColumns_SaysWhatStandsTogether()
    {
        var random = new Random(7);
        string Basket()
        {
            var items = new[] { "milk", "eggs", "pears", "beer" }.Where(_ => random.Next(2) == 0).ToList();
            return string.Join(';', items.Contains("beer") && random.Next(10) > 0 ? items.Append("crisps") : items.DefaultIfEmpty("bread"));
        }

        var groups = Groups();
        var run = await (Told(groups.With(new TextColumn("bought", [.. Enumerable.Range(0, groups.RowCount).Select(_ => Basket())])), LearningTask.Clustering) with { Segments = 3 }).RunAsync(stop: TestContext.Current.CancellationToken);

        var found = Assert.Single(run.Evidence.Findings, finding => finding.Kind == "baskets");
        Assert.Equal("bought", found.Column);
        Assert.Contains("'crisps' with 'beer' in 100 % of cases", found.Text, StringComparison.Ordinal);
        var again = await (Told(groups, LearningTask.Clustering) with { Segments = 2 }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(again.Evidence.Findings, finding => finding.Kind == "baskets");
    }

    [Fact]
    public async Task Run_TwoSegmentsAskedFor_GivesTwo()
    {
        var run = await (Told(Groups(), LearningTask.Clustering) with { Segments = 2 }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Evidence.Segments!.Count);
        Assert.Equal(2, run.Plan.Segments);
    }

    [Fact]
    public async Task Run_OneEvenCloud_SaysThatThereAreNoSegments()
    {
        var random = new Random(5);
        var cloud = new Table([new NumberColumn("x", [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())]), new NumberColumn("y", [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())])]);
        var run = await (Told(cloud, LearningTask.Clustering) with { Truth = null }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(1, run.Evidence.Segments!.Count);
        Assert.Equal("The 300 rows are best seen as one group: no boundary through them is more than a cut through a cloud.", run.Report.Lead);
    }

    [Fact]
    public async Task Run_RowsThatStandOut_AreAnomaliesWithTheirReason()
    {
        var run = await Told(Readings(), LearningTask.Anomalies).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.True(run.Evidence.Figures.Single(figure => figure.Metric == "roc_auc").Value > 0.99);
        Assert.InRange(run.Evidence.Anomalies!.Found, 4, 12);
        Assert.Contains(run.Report.Sections, section => section.Id == "strangest");

        var predictions = Reopened(run).Predict(Readings());
        Assert.Equal((1, "because"), (predictions[50]["anomaly"], predictions.Texts!.Name));
        Assert.StartsWith("heat 4", predictions[50].Text);
        Assert.Contains("(usual ", predictions[50].Text);
        Assert.Null(predictions[49].Text);
    }

    [Fact]
    public async Task Run_TimeThatRunsAlong_LaterRowsAreAsStrangeAsThoseOfTraining()
    {
        var readings = Readings();
        Table From(int day) => readings.With(new TimeColumn("at", [.. Enumerable.Range(0, readings.RowCount).Select(row => new DateTime(2024, 1, 1).AddDays(day).AddHours(row).Ticks)]));
        var run = await Told(From(0), LearningTask.Anomalies).RunAsync(stop: TestContext.Current.CancellationToken);

        // 364 days later every hour and weekday is the same.
        var (then, later) = (Reopened(run).Predict(From(0)), Reopened(run).Predict(From(364)));
        Assert.All(Enumerable.Range(0, readings.RowCount), row => Assert.Equal(then.Value(row, "score"), later.Value(row, "score"), 9));
        Assert.DoesNotContain(Enumerable.Range(0, readings.RowCount), row => later[row].Text?.Contains("usual 2024", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Run_ShareTold_FlagsAsMany()
    {
        var run = await (Told(Readings(), LearningTask.Anomalies) with { Contamination = 0.05 }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal((20, 0.05, null), (run.Evidence.Anomalies!.Found, run.Evidence.Anomalies.Share, run.Evidence.Anomalies.Lower));
    }

    [Theory]
    [InlineData("clustering")]
    [InlineData("anomalies")]
    public async Task Run_AnyThreadsAndThePlanRepeated_SameModel(string task)
    {
        var told = Told(task == "clustering" ? Groups() : Readings(), LearningTask.Named(task)!);
        var one = await (told with { Threads = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var four = await (told with { Threads = 4 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var again = await (told with { Task = null, Truth = null, Plan = one.Plan }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(one.Package.ModelId, four.Package.ModelId);
        Assert.Equal(one.Package.ModelId, again.Package.ModelId);
    }

    [Theory]
    [InlineData("clustering")]
    [InlineData("anomalies")]
    public async Task Run_PoorRows_GiveAModelOrSayWhatIsMissing(string task)
    {
        Table[] poor =
        [
            new([new NumberColumn("x", [1]), new NumberColumn("y", [2])]),
            new([new NumberColumn("x", [.. Enumerable.Repeat(3.0, 30)]), new NumberColumn("y", [.. Enumerable.Repeat(2.0, 30)])]),
            new([new NumberColumn("x", [.. Enumerable.Repeat(double.NaN, 30)])]),
            new([CategoryColumn.FromTexts("id", [.. Enumerable.Range(0, 3_000).Select(row => $"level {row}")])]),
        ];
        foreach (var table in poor)
        {
            try
            {
                var run = await (Told(table, LearningTask.Named(task)!) with { Truth = null }).RunAsync(stop: TestContext.Current.CancellationToken);
                Assert.Equal(table.RowCount, Reopened(run).Predict(table).RowCount);
            }
            catch (ModelwrightException fault)
            {
                Assert.True(fault.Message.Split(". ").Length > 1, fault.Message);
            }
        }
    }

    private static Predictor Reopened(TrainingRun run)
    {
        using var file = new MemoryStream();
        run.Package.Save(file);
        file.Position = 0;
        return Predictor.Load(file);
    }

    private static Training Told(Table table, LearningTask task) => new(table, null)
    {
        Learners = new LearnerCatalog().AddBuiltIn(),
        Task = task,
        Truth = "truth",
        Trials = 1,
    };

    /// <summary>Three groups by age, spending and plan, in turns.</summary>
    private static Table Groups()
    {
        var random = new Random(3);
        double Around(double middle, double spread) => middle + (spread * (random.NextDouble() + random.NextDouble() - 1));
        string[] plans = ["basic", "gold", "basic"];
        return new(
        [
            new NumberColumn("age", [.. Enumerable.Range(0, 150).Select(row => Around(25 + (20 * (row % 3)), 4))]),
            new NumberColumn("spending", [.. Enumerable.Range(0, 150).Select(row => Around(row % 3 == 1 ? 900 : 100, 60))]),
            CategoryColumn.FromTexts("plan", [.. Enumerable.Range(0, 150).Select(row => plans[row % 3])]),
            new NumberColumn("truth", [.. Enumerable.Range(0, 150).Select(row => row % 3.0)]),
        ]);
    }

    /// <summary>Readings of which every fiftieth but the first is far too hot.</summary>
    private static Table Readings()
    {
        var random = new Random(4);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        bool IsOdd(int row) => row > 0 && row % 50 == 0;
        return new(
        [
            new NumberColumn("heat", [.. Enumerable.Range(0, 400).Select(row => IsOdd(row) ? 45 + (3 * Normal()) : 20 + Normal())]),
            new NumberColumn("load", [.. Enumerable.Range(0, 400).Select(_ => 5 + Normal())]),
            CategoryColumn.FromTexts("site", [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? "north" : "south")]),
            new NumberColumn("truth", [.. Enumerable.Range(0, 400).Select(row => IsOdd(row) ? 1.0 : 0.0)]),
        ]);
    }
}
