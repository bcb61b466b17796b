using Modelwright.Core.Errors;
using Modelwright.Generator.Tests.Data;
using Modelwright.Generator.Tests.Models;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests;

/// <summary>Classes that the generator completed when this project was built, beside the same packages asked by name.</summary>
public sealed class CompiledModelTests
{
    private static readonly DateTime Since = new(2021, 5, 6, 7, 8, 9);
    private static readonly double?[] Tenures = [null, 4, 12, 30.5];
    private static readonly string?[] Plans = [null, "basic", "gold", "pro", "unseen"];
    private static readonly double?[] Ages = [null, 39.5, 51];
    private static readonly bool?[] Members = [null, true, false];

    private static (double? Tenure, string? Plan, double? Age, bool? Member)[] Rows =>
        [.. from tenure in Tenures from plan in Plans from age in Ages from member in Members select (tenure, plan, age, member)];

    [Fact]
    public void Predict_Classes_SameBitsAsByName()
    {
        using var predictor = Predictor.Load(Repository.Fixture("v1/classes.mw"));
        using var model = ChurnModel.Load(Repository.Fixture("v1/classes.mw"));
        foreach (var (tenure, plan, age, member) in Rows)
        {
            var expected = predictor.Predict(new { Tenure = tenure, Plan = plan, Age = age, Since, Note = "late", Member = member });

            var actual = model.Predict(new() { Tenure = tenure, Plan = plan, Age = age, Since = Since, Note = "late", Member = member });

            Assert.Equal(expected.Label, ChurnModel.NameOf(actual.Label));
            Assert.Equal(expected.Probability("yes"), actual.Probability(ChurnModel.Label.yes));
            Assert.Equal(expected.Probability("no"), actual.Probability(ChurnModel.Label.no));
            Assert.Equal(expected.Probability(expected.Label!), actual.LabelProbability);
        }
    }

    [Fact]
    public void Predict_StepsAndBlend_SameBitsAsByName()
    {
        using var predictor = Predictor.Load(Repository.Fixture("v1/pipeline.mw"));
        using var model = PipelineModel.Load(Repository.Fixture("v1/pipeline.mw"));
        foreach (var (tenure, plan, age, member) in Rows)
        {
            var expected = predictor.Predict(new { Tenure = tenure, Plan = plan, Age = age, Since, Note = (string?)null, Member = member });

            var actual = model.Predict(new() { Tenure = tenure, Plan = plan, Age = age, Since = Since, Member = member });

            Assert.Equal(expected.Probability("yes"), actual.Probability(PipelineModel.Label.yes));
        }
    }

    [Fact]
    public void Predict_Threshold_DecidesAsByName()
    {
        using var predictor = Predictor.Load(Repository.Fixture("v3/ruled.mw"));
        using var model = RuledModel.Load(Repository.Fixture("v3/ruled.mw"));
        var labels = new HashSet<RuledModel.Label>();
        foreach (var (tenure, plan, age, member) in Rows)
        {
            var expected = predictor.Predict(new { Tenure = tenure, Plan = plan, Age = age, Since, Note = "late", Member = member });

            var actual = model.Predict(new() { Tenure = tenure, Plan = plan, Age = age, Since = Since, Note = "late", Member = member });

            Assert.Equal(expected.Label, RuledModel.NameOf(actual.Label));
            labels.Add(actual.Label);
        }

        Assert.Equal(2, labels.Count);
    }

    [Fact]
    public void Predict_Numbers_SameBitsAndIntervalsAsByName()
    {
        using var predictor = Predictor.Load(Repository.Fixture("v3/intervals.mw"));
        using var model = RevenueModel.Load(Repository.Fixture("v3/intervals.mw"));
        foreach (var (tenure, plan, age, member) in Rows)
        {
            var expected = predictor.Predict(new { Tenure = tenure, Plan = plan, Age = age, Since, Note = "late", Member = member });

            var actual = model.Predict(new() { Tenure = tenure, Plan = plan, Age = age, Since = Since, Note = "late", Member = member });

            Assert.Equal(expected.Value, actual.Value);
            Assert.NotNull(actual.Interval);
            Assert.Equal(expected.Interval, actual.Interval);
        }
    }

    [Fact]
    public void Predict_FromManyThreads_SameAnswers()
    {
        using var model = ChurnModel.Load(Repository.Fixture("v1/classes.mw"));
        ChurnModel.Input[] inputs = [.. Rows.Select(row => new ChurnModel.Input { Tenure = row.Tenure, Plan = row.Plan, Age = row.Age, Member = row.Member })];
        var expected = Array.ConvertAll(inputs, model.Predict);
        var actual = new ChurnModel.Answer[20 * inputs.Length];

        Parallel.For(0, actual.Length, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, place => actual[place] = model.Predict(inputs[place % inputs.Length]));

        Assert.All(actual, (answer, place) => Assert.Equal(expected[place % inputs.Length], answer));
    }

    [Fact]
    public void Predict_NumberThatIsNotFinite_SaysWhichColumnAndGoesOn()
    {
        using var model = ChurnModel.Load(Repository.Fixture("v1/classes.mw"));
        var sound = model.Predict(new() { Tenure = 4 });

        var fault = Assert.Throws<DataException>(() => model.Predict(new() { Tenure = double.PositiveInfinity }));

        Assert.Equal("Column 'Tenure', row 1: 'Infinity' cannot be read as a number. Write it like 1234.5, or leave it empty where there is no value.", fault.Message);
        Assert.Equal(sound, model.Predict(new() { Tenure = 4 }));
    }

    [Fact]
    public void Probability_OfNoClass_IsRefused()
    {
        using var model = ChurnModel.Load(Repository.Fixture("v1/classes.mw"));
        var answer = model.Predict(new());

        Assert.StartsWith("There is no such class. Take one of the enumeration.", Assert.Throws<ArgumentOutOfRangeException>(() => answer.Probability((ChurnModel.Label)2)).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no such class. Take one of the enumeration.", Assert.Throws<ArgumentOutOfRangeException>(() => ChurnModel.NameOf((ChurnModel.Label)(-1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ModelTrainedAgain_IsWelcome()
    {
        using var model = ChurnModel.Load(Repository.Fixture("v1/pipeline.mw"));

        Assert.NotEqual(ChurnModel.ModelId, model.Predictor.Package.ModelId);
        Assert.Equal(1, model.Predict(new()).Probability(ChurnModel.Label.no) + model.Predict(new()).Probability(ChurnModel.Label.yes), 12);
    }

    [Fact]
    public void Load_ModelOfNumbers_IsRefusedByCodeOfClasses()
    {
        var path = Repository.Fixture("v1/numbers.mw");

        var fault = Assert.Throws<ArtifactException>(() => ChurnModel.Load(path));

        Assert.Equal(
            $"{path}: The package is not one that the generated code can ask: it answers a number, and the code takes the classes 'no', 'yes'. Load a package that was trained on the same columns, or build the program with this one.",
            fault.Message);
    }

    [Fact]
    public void ModelId_IsThatOfThePackage()
    {
        using var predictor = Predictor.Load(Repository.Fixture("v3/intervals.mw"));

        Assert.Equal(RevenueModel.ModelId, predictor.Package.ModelId);
    }

    [Fact]
    public void Predict_Disposed_IsRefused()
    {
        var model = ChurnModel.Load(Repository.Fixture("v1/classes.mw"));
        model.Dispose();
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.Predict(new()));
    }
}
