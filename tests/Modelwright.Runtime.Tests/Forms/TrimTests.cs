using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Lists;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Steps.Times;
using Modelwright.Runtime.Steps.Together;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Models without what nobody reads answer as before, to the bit.</summary>
public sealed class TrimTests
{
    private const int Runs = 60;

    private static readonly Gen<Table> Tables = Gen.Int[2, 40].SelectMany(rows => Gen.Select(
        Gen.OneOf(Gen.Double[-100, 100], Gen.Const(double.NaN)).Array[rows],
        Gen.Double[-5, 5].Array[rows],
        Gen.Int[0, 6].Array[rows],
        Gen.Char["ab, c"].Array[0, 9].Array[rows],
        Gen.Int[0, 2_000].Array[rows],
        (first, second, levels, letters, days) => new Table(
        [
            new NumberColumn("first", first),
            new NumberColumn("second", second),
            CategoryColumn.FromTexts("level", [.. levels.Select(level => level == 0 ? null : $"{level}")]),
            CategoryColumn.FromTexts("tags", [.. letters.Select(text => new string(text))]),
            new TextColumn("text", [.. letters.Reverse().Select(text => new string(text))]),
            new TimeColumn("day", [.. days.Select(day => new DateTime(2020, 1, 1).AddDays(day).Ticks)]),
        ])));

    [Fact]
    public void Of_AnyTableAndAnyFeatures_SameBitsFromTheColumnsThatStay() => Gen.Select(Tables, Tables, Gen.Int[0, int.MaxValue]).Sample(
        (training, rows, seed) =>
        {
            var (steps, features) = Fit(training);
            var random = new Random(seed);
            double[] coefficients = [.. features.Select(_ => random.Next(6) == 0 ? random.NextDouble() - 0.5 : 0)];
            var form = PipelineForm.Of(steps, new NumberLinearForm(new(features, coefficients, [0.25])));
            var trimmed = TrimmedForm.Of(form);
            var alone = rows.Select([.. trimmed.Info.Inputs.Select(input => input.Name)]);
            return ModelAnswers.Of(form, rows).SequenceEqual(ModelAnswers.Of(trimmed, alone)) && FormBytes.Write(trimmed).Length <= FormBytes.Write(form).Length;
        },
        iter: Runs);

    [Fact]
    public void Of_ThreeColumnsOfTwoHundredLevels_HoldsThreeLevels()
    {
        var training = new Table(
        [
            CategoryColumn.FromTexts("city", [.. Enumerable.Range(0, 400).Select(row => $"city {row % 200}")]),
            new NumberColumn("age", [.. Enumerable.Range(0, 400).Select(row => row == 7 ? double.NaN : row)]),
        ]);
        var impute = new Impute().Fit(new(training));
        var hot = new OneHot { MaxLevels = 1_000 }.Fit(new(impute.Training));
        string[] cities = ["city=city 3", "city=city 77", "city=city 150"];
        FormInput[] features = [.. hot.Training.Columns.Select(column => new FormInput(column.Name, column.Type, []))];
        var form = PipelineForm.Of([impute.Step, hot.Step], new NumberLinearForm(new(features, [.. features.Select(input => cities.Contains(input.Name) ? 2.0 : 0)], [1])));

        var trimmed = Assert.IsType<NumberPipelineForm>(TrimmedForm.Of(form));

        Assert.Equal(["city"], trimmed.Info.Inputs.Select(input => input.Name));
        Assert.Equal(cities.Order(StringComparer.Ordinal), trimmed.Steps[^1].Outputs.Select(output => output.Name).Order(StringComparer.Ordinal));
        Assert.Equal(cities.Order(StringComparer.Ordinal), trimmed.Form.Info.Inputs.Select(input => input.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Trimmed_ColumnsNobodyReads_AreIgnoredAndNeedNotBeThere()
    {
        var model = ExampleModels.Classes();
        var package = Package.Of(model.Trimmed(), ExampleModels.TrainingRows(ColumnType.Category));
        using var stream = new MemoryStream();
        package.Save(stream);
        stream.Position = 0;
        using var predictor = Predictor.Load(stream);
        using var whole = new Predictor(Package.Of(model, ExampleModels.TrainingRows(ColumnType.Category)));

        Assert.Equal(["Tenure", "Plan", "Age"], predictor.Package.Model.Schema.Features.Select(spec => spec.Name));
        Assert.Equal([ColumnRole.Ignore, ColumnRole.Ignore, ColumnRole.Ignore], ((string[])["Since", "Note", "Member"]).Select(name => predictor.Package.Model.Schema.Columns.Single(spec => spec.Name == name).Role));
        Assert.Empty(predictor.Package.Model.Schema.Columns.Single(spec => spec.Name == "Member").Levels);
        var expected = whole.Predict(new { Tenure = 4, Plan = "basic", Age = 41, Since = "2024-01-01", Note = "late", Member = true });
        Assert.Equal(expected.Probability("yes"), predictor.Predict(new { Tenure = 4, Plan = "basic", Age = 41 }).Probability("yes"));
        Assert.Equal(expected.Probability("yes"), predictor.Predict(new { Tenure = 4, Plan = "basic", Age = 41, Since = "no date at all", Note = "late", Member = "perhaps" }).Probability("yes"));
    }

    [Fact]
    public void Trimmed_AModelThatReadsNothing_AnswersRowsWithoutColumns()
    {
        var model = new Model(LearningTask.Regression, ExampleModels.Schema(ColumnType.Number), PipelineForm.Of([], new NumberLinearForm(new([new("Age", ColumnType.Number, [])], [0], [3]))));
        var package = Package.Of(model.Trimmed(), ExampleModels.TrainingRows(ColumnType.Number));
        using var stream = new MemoryStream();
        package.Save(stream);
        stream.Position = 0;

        using var predictor = Predictor.Load(stream);

        Assert.Empty(package.Model.Schema.Features);
        Assert.Equal(3, predictor.PredictJson("{}").Value);
    }

    [Fact]
    public void Trimmed_AModelThatUsesAllItAsksFor_IsTheSame()
    {
        var trimmed = ExampleModels.Classes().Trimmed();

        Assert.Same(trimmed, trimmed.Trimmed());
    }

    private static (IReadOnlyList<IFittedStep> Steps, FormInput[] Features) Fit(Table rows)
    {
        var target = new NumberColumn("target", [.. Enumerable.Range(0, rows.RowCount).Select(row => (double)(row % 5))]);
        IStep[] steps =
        [
            new DateParts(), new ListItems { Columns = ["tags"], MinCount = 1 }, new TextStatistics(), new Arithmetic { Pairs = [new("first", "second")] },
            new TargetEncoding { Columns = ["level"], KeepsInputs = true }, new Impute(), new OneHot { MaxLevels = 4 }, new Scale(),
        ];
        var fitted = new List<IFittedStep>();
        foreach (var step in steps)
        {
            var fit = step.Fit(new(rows) { Target = target });
            fitted.Add(fit.Step);
            rows = fit.Training;
        }

        return (fitted, [.. rows.Columns.Where(column => column.Type == ColumnType.Number).Select(column => new FormInput(column.Name, column.Type, []))]);
    }
}
