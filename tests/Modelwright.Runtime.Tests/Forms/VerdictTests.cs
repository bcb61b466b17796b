using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Runtime.Forms.Clusters.Named;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class VerdictTests
{
    // The cells of tenures up to 1, 2, 3 and above have rarities 4, 0, 1, 4; those of ages up to 40 and above 0.5 and 0.
    [Fact]
    public void Answer_ScoresAtAndBelowTheThreshold_FlagsFromItOn()
    {
        var rows = AnomalyForms.Rows((1, 30), (2, 30), (3, 50), (9, 60));
        var answers = ModelAnswers.Of(TargetlessForms.Verdict, rows, threads: 1, TestContext.Current.CancellationToken);

        Assert.Equal([4.5, 1, 0.5, 0, 1, 0, 4, 1], answers);
    }

    [Fact]
    public void Texts_Anomalies_SayWhichColumnsAndWhatIsUsual()
    {
        var rows = new Table(
        [
            new NumberColumn("Tenure", [-7.25, 2, 31_000, 2.5]),
            new NumberColumn("Age", [30, 30, double.NaN, 50]),
        ]);
        var texts = new string?[4];
        TargetlessForms.Verdict.Texts(rows, [9, 1, 0.5, 0, 4, 1, 0, 1], texts);

        Assert.Equal("Tenure -7.25 (usual 1 to 30)", texts[0]);
        Assert.Null(texts[1]);
        Assert.Equal("Tenure 31,000 (usual 1 to 30)", texts[2]);
        Assert.Equal("Tenure 2.5 (beside the others)", texts[3]);
    }

    [Fact]
    public void Texts_NoColumnIsStrange_SaysAsAWhole()
    {
        var texts = new string?[1];
        TargetlessForms.Verdict.Texts(AnomalyForms.Rows((2, 50)), [9, 1], texts);

        Assert.Equal("unlike the others as a whole", texts[0]);
    }

    [Fact]
    public void Texts_ColumnsOfOtherTypes_SayWhatIsUsualThere()
    {
        UsualValues[] usual = [new("plan", ColumnType.Category) { Frequent = ["basic", "gold"] }, new("since", ColumnType.Time) { Low = 738_000, High = 738_365 }];
        var day = new DateTime(1990, 1, 2, 0, 0, 0, DateTimeKind.Utc).Ticks;
        var rows = new Table([CategoryColumn.FromTexts("plan", ["lead", "gold", null]), new TimeColumn("since", [day, day, day])]);

        Assert.Equal("plan lead (usual basic, gold); since 1990-01-02 (usual 2021-07-30 to 2022-07-30)", VerdictText.Of(usual, rows, 0, [2, 1]));
        Assert.Equal("since 1990-01-02 (usual 2021-07-30 to 2022-07-30)", VerdictText.Of(usual, rows, 1, [0.2, 1]));
        Assert.Equal("plan missing (usual basic, gold)", VerdictText.Of(usual, rows, 2, [1, 0]));
    }

    [Fact]
    public void UsualValues_OfAColumn_HoldNineRowsOfTenAndNoRareLevel()
    {
        var number = UsualValues.Of(new NumberColumn("n", [.. Enumerable.Range(0, 1001).Select(value => (double)value)]));
        var level = UsualValues.Of(CategoryColumn.FromTexts("c", [.. Enumerable.Range(0, 1000).Select(row => row == 7 ? "once" : row % 3 == 0 ? "b" : "a")]));

        Assert.InRange(number.Low, 40, 60);
        Assert.InRange(number.High, 940, 960);
        Assert.Equal(["a", "b"], level.Frequent);
    }

    [Fact]
    public void Constructor_ThingsThatDoNotFit_AreRefused()
    {
        var histogram = new HistogramForm(AnomalyForms.Histograms);
        var other = Assert.Throws<ArtifactException>(() => new AnomalyVerdictForm(new NumberConstantForm(1), 1, []));
        var usual = Assert.Throws<ArtifactException>(() => new AnomalyVerdictForm(histogram, 1, TargetlessForms.Usual[..1]));
        var names = Assert.Throws<ArtifactException>(() => new NamedClustersForm(TargetlessForms.Points, ["same", "same"]));

        Assert.Equal("Form 'number_constant' does not score how strange rows are, which 'anomaly_verdict' needs. Give it one that does.", other.Message);
        Assert.Equal("A verdict on anomalies needs a threshold and the usual values of the 2 inputs in their order. Make the file again, or fetch it again from where it was made.", usual.Message);
        Assert.Equal("2 clusters need as many different names of 1 to 200 letters. Make the file again, or fetch it again from where it was made.", names.Message);
    }

    [Fact]
    public void NamedClusters_Rows_HaveTheNameOfTheirSegment()
    {
        var form = new NamedClustersForm(TargetlessForms.Points, ["new customers", "old customers"]);
        var schema = new Schema([new("Tenure", ColumnType.Number), new("Age", ColumnType.Number)]);
        using var predictor = new Predictor(new Package(new Model(LearningTask.Clustering, schema, form)));
        var predictions = predictor.Predict(AnomalyForms.Rows((10, 40), (0, 80), (10_000, 4_000)));

        Assert.Equal(["segment", "distance", "doubt"], predictions.Columns.Select(column => column.Name));
        Assert.Equal((1, 2, 0), (predictions[0]["segment"], predictions[1]["segment"], predictions[2]["segment"]));
        Assert.Equal(("name", "new customers", "old customers", null), (predictions.Texts!.Name, predictions[0].Text, predictions[1].Text, predictions[2].Text));
        Assert.Equal(0, predictions[0]["distance"]);
    }

    // Steps that make several columns of one give the column what they are given.
    [Fact]
    public void Strangeness_BehindSteps_IsThatOfTheColumns()
    {
        var pipeline = (IExplainsStrangeness)PipelineForm.Of([.. TargetlessForms.Filled], new HistogramForm(AnomalyForms.Histograms));
        var parts = AnomalyForms.Parts(pipeline, (1, 30), (3, 50));

        Assert.Equal([4, 0.5, 1, 0], parts);
    }
}
