using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Measuring;
using Modelwright.Hosting.Tests.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting.Tests;

public sealed class MeasureTests
{
    [Fact]
    public void Predict_OddCells_AreCounted()
    {
        using var watched = Classes();
        var table = new Table([new TextColumn("age", ["50", null, "old", "31"]), new TextColumn("plan", ["gold", "pro", "lite", null])]);

        watched.Model.Predict(table, threads: 1, TestContext.Current.CancellationToken);

        var tags = $"modelwright.model.name=churn modelwright.model.id={watched.Model.Current.ModelId}";
        Assert.Equal(
            [
                $"modelwright.predictions.rows 4 {tags}",
                $"modelwright.prediction.duration 0 {tags}",
                $"modelwright.cells.missing 2 {tags}",
                $"modelwright.cells.unseen 2 {tags}",
                $"modelwright.cells.unreadable 1 {tags}",
            ],
            watched.Measured.Lines);
    }

    [Fact]
    public void Predict_OrdinaryRow_CountsNoCells()
    {
        using var watched = Classes();

        watched.Model.Predict(new { Age = 30, Plan = "gold" });

        Assert.Equal(2, watched.Measured.Lines.Count);
    }

    [Fact]
    public void Predict_NotLoaded_IsCountedAsThat()
    {
        using var watched = new WatchedModel();

        Assert.Throws<OptionsException>(() => watched.Model.Predict(new { Age = 30, Plan = "gold" }));

        Assert.Equal(["modelwright.predictions.failed 1 modelwright.model.name=churn modelwright.model.id=none error.type=not_loaded"], watched.Measured.Lines);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("options")]
    [InlineData("cancelled")]
    [InlineData("other")]
    public void CountFault_EveryKind_HasItsWord(string kind)
    {
        using var watched = Classes();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var recorder = new MeterRecorder(meters);
        using var measures = new PredictionMeasures(meters);
        Exception fault = kind switch
        {
            "data" => new DataException("x"),
            "options" => new OptionsException("x"),
            "cancelled" => new OperationCanceledException(),
            _ => new InvalidOperationException(),
        };

        Assert.False(measures.CountFault(watched.Model.Current, fault));

        Assert.Equal([$"modelwright.predictions.failed 1 modelwright.model.name=churn modelwright.model.id={watched.Model.Current.ModelId} error.type={kind}"], recorder.Lines);
    }

    [Fact]
    public void Instruments_HaveUnits()
    {
        var units = new Dictionary<string, string?>();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                units.Add(instrument.Name, instrument.Unit);
            }
        };
        listener.Start();

        using var measures = new PredictionMeasures(meters);

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["modelwright.predictions.rows"] = "{row}",
                ["modelwright.prediction.duration"] = "s",
                ["modelwright.predictions.failed"] = "{call}",
                ["modelwright.cells.missing"] = "{cell}",
                ["modelwright.cells.unseen"] = "{cell}",
                ["modelwright.cells.unreadable"] = "{cell}",
                ["modelwright.reloads"] = "{reload}",
                ["modelwright.reloads.refused"] = "{reload}",
            },
            units);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answered_SomebodyListensOrNot_AllocatesNothing(bool listens)
    {
        using var watched = Classes();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var measures = new PredictionMeasures(meters);
        using var listener = new MeterListener();
        var heard = 0L;
        listener.InstrumentPublished = (instrument, published) =>
        {
            if (listens && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                published.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => heard += value);
        listener.Start();
        ColumnCounts[] counts = [new("age", 1, 2, 3, []), new("plan", 0, 1, 0, [])];
        var model = watched.Model.Current;
        measures.Answered(model, 3, counts, TimeSpan.FromMilliseconds(1));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1000; call++)
        {
            measures.Answered(model, 3, counts, TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(listens ? 1001 * (3 + 1 + 3 + 3) : 0, heard);
    }

    private static WatchedModel Classes()
    {
        var watched = new WatchedModel();
        Packages.Classes("no", "yes").Write(watched.Path, 1);
        watched.Watch.Start();
        return watched;
    }
}
