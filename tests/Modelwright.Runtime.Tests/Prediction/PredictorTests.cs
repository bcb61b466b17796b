using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class PredictorTests
{
    private static readonly DateTime Since = new(2021, 5, 6);

    private static readonly object Absent = new();

    private sealed record Customer(int Tenure, string? Plan, int? Age, DateTime Since, string Note, bool Member);

    [Fact]
    public void Predict_EveryWayToGiveARow_SameBits()
    {
        using var predictor = Load();
        var json = """{"Tenure": 4, "Plan": "basic", "Age": null, "Since": "2021-05-06", "Note": "x", "Member": true, "extra": [1]}""";
        using var document = JsonDocument.Parse(json);
        var table = new Table(
        [
            new NumberColumn("Tenure", [4]), CategoryColumn.FromTexts("Plan", ["basic"]), new NumberColumn("Age", [double.NaN]),
            new TimeColumn("Since", [Since.Ticks]), new TextColumn("Note", ["x"]), new TextColumn("Member", ["True"]),
        ]);

        var expected = predictor.Predict(table)[0].Probabilities.ToArray();

        Assert.Equal(expected, predictor.Predict(new { Tenure = 4, Plan = "basic", Age = (int?)null, Since, Note = "x", Member = true }).Probabilities.ToArray());
        Assert.Equal(expected, predictor.Predict(new Customer(4, "basic", null, Since, "x", true)).Probabilities.ToArray());
        Assert.Equal(expected, predictor.Predict(Row(("tenure", "4"), ("Age", "NA"))).Probabilities.ToArray());
        Assert.Equal(expected, predictor.Predict(document.RootElement).Probabilities.ToArray());
        Assert.Equal(expected, predictor.PredictJson(json).Probabilities.ToArray());
        Assert.Equal(expected, predictor.PredictAll([new Customer(4, "basic", null, Since, "x", true)])[0].Probabilities.ToArray());
    }

    [Fact]
    public void Predict_Classes_LabelIsTheMostProbable()
    {
        using var predictor = Load();

        var answer = predictor.Predict(Row());

        Assert.Null(answer.Value);
        Assert.Equal(["no", "yes"], answer.Classes);
        Assert.Equal(answer.Probability("yes"), answer.Probabilities.Span[1]);
        Assert.Equal(answer.Probability("yes") > 0.5 ? "yes" : "no", answer.Label);
    }

    [Fact]
    public void Predict_Numbers_HasValueAndNoLabel()
    {
        using var predictor = new Predictor(ExampleModels.NumberPackage());

        var answer = predictor.Predict(Row());

        Assert.Null(answer.Label);
        Assert.Equal(1000 + (((0.3 * 100) + (0.3 * 33)) / 2), answer.Value);
        Assert.Equal(
            "The model answers numbers, so there is no probability of 'yes'. Read Value instead.",
            Assert.Throws<OptionsException>(() => answer.Probability("yes")).Message);
    }

    [Fact]
    public void Probability_UnknownClass_SuggestsNearest()
    {
        using var predictor = Load();

        Assert.Equal(
            "There is no class 'Yes'. Did you mean 'yes'? The classes are: 'no', 'yes'. Check the spelling (case matters).",
            Assert.Throws<OptionsException>(() => predictor.Predict(Row()).Probability("Yes")).Message);
    }

    [Fact]
    public void Predict_ManyFaults_SaysAllTogether()
    {
        using var predictor = Load();

        var error = Assert.Throws<DataException>(() => predictor.Predict(Row(("Tenure", "four"), ("Age", new int[1]), ("Plan", Absent), ("Pan", "basic"))));

        Assert.Equal(
            """
            Column 'Plan' was not found, and the model needs it. Did you mean 'Pan'?
            The rows have: 'Tenure', 'Age', 'Since', 'Note', 'Member', 'Pan'. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).
            Column 'Tenure', row 1: 'four' cannot be read as a number. Write it like 1234.5, or leave it empty where there is no value.
            Column 'Age': a value of type 'Int32[]' cannot stand in a cell. Give a number, a text, true or false, a date, or null where there is no value.
            """,
            error.Message);
    }

    [Fact]
    public void Predict_UnseenLevel_CountsAsMissing()
    {
        using var predictor = Load();

        var unseen = predictor.Predict(Row(("Plan", "platinum")));

        Assert.Equal(predictor.Predict(Row(("Plan", null))).Probabilities.ToArray(), unseen.Probabilities.ToArray());
        Assert.Equal(new CellExample(0, "platinum"), Assert.Single(unseen.Counts.Single(counts => counts.Column == "Plan").Examples));
        Assert.Equal(1, unseen.Counts.Single(counts => counts.Column == "Plan").Unseen);
    }

    [Fact]
    public void Predict_UnseenLevel_IsAnsweredAsTheStepSays()
    {
        var training = new Table([CategoryColumn.FromTexts("Plan", [.. Enumerable.Repeat("basic", 9), "odd", "strange", null])]);
        var rare = new RareLevels { MinCount = 2 }.Fit(new(training));
        var hot = new OneHot().Fit(new(rare.Training));
        FormInput[] inputs = [.. hot.Training.Names.Select(name => new FormInput(name, ColumnType.Number, []))];
        double[] coefficients = [.. inputs.Select(input => input.Name == "Plan=(rare)" ? 5 : input.Name == "Plan=(missing)" ? 7 : 1.0)];
        var form = PipelineForm.Of([rare.Step, hot.Step], new NumberLinearForm(new(inputs, coefficients, [0])));
        var levels = ((CategoryColumn)training["Plan"]).Levels;
        using var predictor = new Predictor(new Package(new(LearningTask.Regression, new([new("Plan", ColumnType.Category) { Levels = levels }]), form)));

        Assert.Equal([1, 5, 5, 7], new[] { "basic", "odd", "never seen", null }.Select(plan => predictor.Predict(new { plan }).Value!.Value));
    }

    [Theory]
    [InlineData("[1]", "A row is a JSON object, such as {\"age\": 41}; this is JSON array. Give one object a row.")]
    [InlineData("{", "The row is not JSON:")]
    public void PredictJson_NoObject_SaysSo(string json, string expected)
    {
        using var predictor = Load();

        Assert.StartsWith(expected, Assert.Throws<DataException>(() => predictor.PredictJson(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_FromManyThreads_SameBits()
    {
        using var predictor = Load();
        var expected = predictor.Predict(Row()).Probability("yes");

        var wrong = 0;
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            if (predictor.Predict(Row()).Probability("yes") != expected)
            {
                Interlocked.Increment(ref wrong);
            }
        });

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Dispose_Twice_IsFineAndPredictIsNot()
    {
        var predictor = Load();
        predictor.Dispose();
        predictor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(Row()));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Predict_OtherCulture_ChangesNothing(string culture)
    {
        using var predictor = Load();
        var expected = predictor.Predict(Row(("Tenure", "4.5"))).Probability("yes");
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture);
            Assert.Equal(expected, predictor.Predict(Row(("Tenure", "4.5"))).Probability("yes"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static Predictor Load()
    {
        using var stream = new MemoryStream();
        ExampleModels.ClassPackage().Save(stream);
        stream.Position = 0;
        return Predictor.Load(stream);
    }

    private static Dictionary<string, object?> Row(params (string Name, object? Value)[] changes)
    {
        var row = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Tenure"] = 4, ["Plan"] = "basic", ["Age"] = null, ["Since"] = Since, ["Note"] = "x", ["Member"] = true,
        };
        foreach (var (name, value) in changes)
        {
            if (ReferenceEquals(value, Absent))
            {
                row.Remove(name);
            }
            else
            {
                row[name] = value;
            }
        }

        return row;
    }
}
