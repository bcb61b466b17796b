using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.LifeCycle;

/// <summary>A package asks only for the columns its model reads.</summary>
public sealed class TrimmedPackageTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    [Fact]
    public async Task Run_ATreeThatNeedsOneColumnOfMany_AsksForThatAlone()
    {
        var rows = Rows(400);

        var run = await new Training(rows, "late") { Learners = Learners, Only = ["decision_tree"], Trials = 2, Threads = 2, Interpretable = true }.RunAsync(stop: TestContext.Current.CancellationToken);

        using var stream = new MemoryStream();
        run.Package.Save(stream);
        stream.Position = 0;
        using var predictor = Predictor.Load(stream);
        Assert.Equal(["days"], predictor.Package.Model.Schema.Features.Select(spec => spec.Name));
        Assert.Equal(ColumnRole.Ignore, predictor.Package.Model.Schema.Columns.Single(spec => spec.Name == "city").Role);
        Assert.Equal(ColumnRole.Feature, run.Plan.Columns.Single(column => column.Name == "city").Role);
        Assert.InRange(FormBytes.Write(predictor.Package.Model.Form).Length, 1, 1_500);
        var whole = predictor.Predict(rows);
        Assert.Equal(whole.Outputs, predictor.Predict(rows.Select(["days"])).Outputs);
        Assert.True(whole.Label(0) != whole.Label(399));
    }

    /// <summary>The days alone say whether a payment is late; the city is of 60 levels and says nothing.</summary>
    private static Table Rows(int count)
    {
        var rows = Enumerable.Range(0, count).ToArray();
        return new(
        [
            new NumberColumn("days", [.. rows.Select(row => row * 0.1)]),
            CategoryColumn.FromTexts("city", [.. rows.Select(row => $"city {row * 7919 % 60}")]),
            new NumberColumn("amount", [.. rows.Select(row => row % 11 == 0 ? double.NaN : row * 104_729 % 1_009)]),
            CategoryColumn.FromTexts("late", [.. rows.Select(row => row * 0.1 > 25 ? "yes" : "no")]),
        ]);
    }
}
