using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Tests.Forms;

namespace Modelwright.Runtime.Tests.Formulas;

/// <summary>What has a formula and what has not; that formulas answer as forms do is asked of every sample by the contract.</summary>
public sealed class FormulaTests
{
    private static readonly string[] WithoutFormula =
    [
        "anomaly_blend", "anomaly_density", "anomaly_distance", "anomaly_ellipsoid", "anomaly_histogram", "anomaly_isolation", "anomaly_kernel", "anomaly_labelled", "anomaly_pipeline", "anomaly_tails",
        "anomaly_verdict", "class_neighbors", "cluster_pipeline", "column_pipeline", "mixture_clusters", "named_clusters", "number_neighbors", "point_clusters", "stream_verdict", "text_pipeline",
    ];

    [Fact]
    public void Of_EverySampleForm_HasOneUnlessItMeasuresRowsOrAnswersColumns()
    {
        var without = SampleForms.All.Select(sample => sample.Form).Where(form => form is not IHasFormula).Select(form => form.Info.Name).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(WithoutFormula.Order(StringComparer.Ordinal), without);
        Assert.True(SampleForms.All.Count(sample => sample.Form is IHasFormula && Formula.Of(ModelOf(sample.Form, sample.Rows), out _) is not null) >= 30);
    }

    [Fact]
    public void Of_WordsOfATextAndDistancesFromRows_NamesEachPart()
    {
        var rows = new Table([new TextColumn("note", ["good day", "bad day", "good night"]), new NumberColumn("size", [1, 2, 3])]);
        var fit = new TextStatistics().Fit(new(rows) { Target = new NumberColumn("y", [1, 2, 3]) });
        var made = fit.Step.Outputs[0].Name;
        var form = PipelineForm.Of([fit.Step], new NumberLinearForm(new([new("size", ColumnType.Number, []), new(made, ColumnType.Number, [])], [1, 1], [0])));

        var formula = Formula.Of(ModelOf(form, rows), out var gaps);

        Assert.Null(formula);
        Assert.Equal([new FormulaGap("step 'text_statistics' of column 'note'", "it reads texts or times")], gaps);
    }

    [Fact]
    public void Answer_ALevelThatTrainingHadNot_IsCountedAsTheStepSays()
    {
        var training = new Table([CategoryColumn.FromTexts("city", ["Bonn", "Ulm", "Bonn", null])]);
        var model = OneHotModel(training);
        var formula = Formula.Of(model, out _)!;
        var rows = Admission.Admit(new(new TextColumn[] { new("city", ["Ulm", "Paris", null, "Bonn", "(unseen)"]) }), model.Schema, needsTarget: false).Table;
        var (expected, found) = (new double[rows.RowCount], new double[rows.RowCount]);

        ((IPredictsNumbers)model.Form).Predict(rows, expected);
        new FormulaEvaluation(formula).Answer(rows, found, TestContext.Current.CancellationToken);

        Assert.Equal(expected, found);
        Assert.Equal(4, found.Distinct().Count());
    }

    [Fact]
    public void Of_MarkersOfMissingNumbers_AreMissing()
    {
        ColumnSpec[] columns = [new("size", ColumnType.Number) { MissingMarkers = ["-999", "none"] }, new("y", ColumnType.Number, ColumnRole.Target)];
        var fit = new Impute().Fit(new(new Table([new NumberColumn("size", [1, 2, double.NaN])])));
        var form = PipelineForm.Of([fit.Step], new NumberLinearForm(new([new("size", ColumnType.Number, []), new("size:missing", ColumnType.Number, [])], [1, 100], [0])));
        var formula = Formula.Of(new(LearningTask.Regression, new(columns), form), out _)!;
        var found = new double[3];

        new FormulaEvaluation(formula).Answer(new([new NumberColumn("size", [-999, 4, double.NaN])]), found, TestContext.Current.CancellationToken);

        Assert.Equal([101.5, 4, 101.5], found);
    }

    [Fact]
    public void Answer_ColumnsAbsentOrOfAnotherType_AreOneErrorThatNamesAll()
    {
        var form = new NumberLinearForm(new([new("a", ColumnType.Number, []), new("b", ColumnType.Number, [])], [1, 1], [0]));
        var formula = Formula.Of(ModelOf(form, new([new NumberColumn("a", [1]), new NumberColumn("b", [1])])), out _)!;

        var error = Assert.Throws<DataException>(() => new FormulaEvaluation(formula).Answer(new([new TextColumn("b", ["1"])]), new double[1], TestContext.Current.CancellationToken));

        Assert.Equal(
            "Column 'a' (number) was not found, and the formula reads it. Bring rows through the schema of the model.\nColumn 'b' (number) was not found, and the formula reads it. Bring rows through the schema of the model.",
            error.Message);
    }

    [Fact]
    public void Of_HashesOfLevels_AreATableOfThem()
    {
        var rows = new Table([CategoryColumn.FromTexts("city", ["Bonn", "Ulm"])]);
        var fit = new Hashing { Width = 2 }.Fit(new(rows));
        var form = PipelineForm.Of([fit.Step], new NumberLinearForm(new([.. fit.Step.Outputs.Select(output => new FormInput(output.Name, ColumnType.Number, []))], [1, 10], [0])));

        Assert.NotNull(Formula.Of(ModelOf(form, rows), out var gaps));
        Assert.Empty(gaps);
    }

    private static Model OneHotModel(Table training)
    {
        var steps = new List<IFittedStep>();
        var fit = new OneHot { MinCount = 1 }.Fit(new(training));
        steps.Add(fit.Step);
        FormInput[] inputs = [.. fit.Step.Outputs.Select(output => new FormInput(output.Name, ColumnType.Number, []))];
        return ModelOf(PipelineForm.Of(steps, new NumberLinearForm(new(inputs, [.. inputs.Select((_, place) => Math.Pow(10, place))], [0.5]))), training);
    }

    private static Model ModelOf(IForm form, Table rows) => new(
        form is IPredictsClasses ? LearningTask.Classification : LearningTask.Regression,
        new([.. rows.Columns.Select(column => new ColumnSpec(column.Name, column.Type) { Levels = column is CategoryColumn category ? category.Levels : [] })]),
        form);
}
