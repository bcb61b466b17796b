using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Tests.Data;

namespace Modelwright.Hosting.Tests;

public sealed class HostedPredictorTests
{
    private sealed record Customer(int Age, int Income);

    [Fact]
    public void Predict_EveryWayToGiveARow_AnswersAsThePredictor()
    {
        using var watched = Started();
        var model = watched.Model;
        using var json = JsonDocument.Parse("""{"age": 30, "income": 10}""");
        var table = new Table([new NumberColumn("age", [30]), new NumberColumn("income", [10])]);

        Assert.Equal(20, model.Predict(new { Age = 30, Income = 10 }).Value);
        Assert.Equal(20, model.Predict(new Customer(30, 10)).Value);
        Assert.Equal(20, model.Predict(new Dictionary<string, object?> { ["age"] = 30, ["income"] = 10 }).Value);
        Assert.Equal(20, model.Predict((IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { ["age"] = 30, ["income"] = 10 }).Value);
        Assert.Equal(20, model.Predict(json.RootElement).Value);
        Assert.Equal(20, model.PredictJson(json.RootElement.GetRawText()).Value);
        Assert.Equal([20, 40], model.PredictAll([new Customer(30, 10), new Customer(31, 20)]).Outputs);
        Assert.Equal([20], model.Predict(table, threads: 2, TestContext.Current.CancellationToken).Outputs);
        Assert.Equal([20], model.Predict(table).Outputs);
        Assert.Equal(10, watched.Measured.Sum("modelwright.predictions.rows"));
    }

    [Fact]
    public void Predict_RowWithFaults_TellsAllAndCountsOne()
    {
        using var watched = Started();

        var error = Assert.Throws<DataException>(() => watched.Model.PredictJson("""{"age": "old", "income": "much"}"""));

        Assert.Equal(2, error.Message.Split('\n').Length);
        Assert.Equal(1, watched.Measured.Sum("modelwright.predictions.failed"));
        Assert.Equal(0, watched.Measured.Sum("modelwright.predictions.rows"));
    }

    [Fact]
    public void Predict_Cancelled_IsCountedAsThat()
    {
        using var watched = Started();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var table = new Table([new NumberColumn("age", [30]), new NumberColumn("income", [10])]);

        Assert.Throws<OperationCanceledException>(() => watched.Model.Predict(table, threads: 1, cancelled.Token));

        Assert.EndsWith(" error.type=cancelled", Assert.Single(watched.Measured.Lines), StringComparison.Ordinal);
    }

    private static WatchedModel Started()
    {
        var watched = new WatchedModel();
        Packages.Number(2).Write(watched.Path, 1);
        watched.Watch.Start();
        return watched;
    }
}
