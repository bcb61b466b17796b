using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Forms.Rules;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Times;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class RowProgramTests
{
    private static readonly string[] Plans = ["basic", "gold", "silver"];

    [Fact]
    public void Predict_ManyChunksOfRows_SameBitsAsStepByStep()
    {
        var (steps, made) = Fit(Rows(700));
        IForm[] members = [Linear(made), Trees(made, 1), new NumberRulesForm(new(Numbers(made), [new([new(0) { Above = 1 }], [2])], [0.5]))];
        var form = new NumberBlendForm(members, [0.25, 0.5, 0.25]);
        var rows = Rows(700);

        var answers = Answers(new NumberPipelineForm(steps, form), rows);

        Assert.Equal(Bits(ByTables(steps, form, rows)), Bits(answers));
    }

    [Fact]
    public void PredictProbabilities_CalibratedBlendOfClasses_SameBitsAsStepByStep()
    {
        var (steps, made) = Fit(Rows(300));
        var trees = new ClassTreesForm(((NumberTreesForm)Trees(made, 3)).Ensemble with { Outputs = 3 }, ["a", "b", "c"], ProbabilityLink.Softmax);
        var linear = new ClassLinearForm(new(Numbers(made), [.. Enumerable.Range(0, 3 * Numbers(made).Length).Select(place => Math.Sin(place))], [0, 1, 2]), ["a", "b", "c"], ProbabilityLink.Softmax);
        var form = new ClassCalibratedForm(new ClassBlendForm([trees, linear], [0.5, 0.5]), new() { Method = ProbabilityMap.Temperature, Slopes = [0.75] });
        var (wanted, found) = (new double[900], new double[900]);

        form.PredictProbabilities(PipelineForm.Apply(steps, Rows(300)), wanted);
        new ClassPipelineForm(steps, form).PredictProbabilities(Rows(300), found);

        Assert.Equal(Bits(wanted), Bits(found));
    }

    [Fact]
    public void Predict_OtherOrderOfColumnsAndLevels_IsBoundAnew()
    {
        var (steps, made) = Fit(Rows(50));
        var form = Trees(made, 1);
        var pipeline = new NumberPipelineForm(steps, form);
        var rows = Rows(50);
        var plan = (CategoryColumn)rows["plan"];
        var turned = new CategoryColumn("plan", [.. Plans.Reverse(), "other"], [.. Enumerable.Range(0, 50).Select(row => plan.Codes.At(row) is var code and >= 0 ? 2 - code : -1)]);
        Table[] all = [rows, rows.Take([3]), new([turned, rows["age"]]), new([rows["age"], turned]), rows];

        foreach (var table in all)
        {
            Assert.Equal(Bits(ByTables(steps, form, table)), Bits(Answers(pipeline, table)));
        }
    }

    [Fact]
    public void Predict_StepOfTimes_GoesByTables()
    {
        var rows = Rows(40).With(new TimeColumn("when", [.. Enumerable.Range(0, 40).Select(row => row * TimeSpan.TicksPerDay)]));
        var fit = new DateParts().Fit(new(rows));
        var form = Linear(fit.Training);
        var pipeline = new NumberPipelineForm([fit.Step], form);

        Assert.Null(RowProgram.Of(pipeline, rows));
        Assert.Equal(Bits(ByTables([fit.Step], form, rows)), Bits(Answers(pipeline, rows)));
    }

    [Fact]
    public void Predict_ColumnAbsent_SaysSoAndAnswersTheNextRows()
    {
        var (steps, made) = Fit(Rows(50));
        var pipeline = new NumberPipelineForm(steps, Linear(made));
        var rows = Rows(5);
        Answers(pipeline, rows);

        var fault = Record.Exception(() => Answers(pipeline, rows.Without(["plan"])));

        Assert.Equal("Column 'plan' (category) was not found, and step 'impute' needs it. Add it, or rename the column that holds it (case matters).", fault?.Message);
        Assert.Equal(5, Answers(pipeline, rows).Length);
    }

    [Fact]
    public void Predict_OneRowAfterTheFirst_TakesLittleRoom()
    {
        var (steps, made) = Fit(Rows(200));
        var pipeline = new NumberPipelineForm(steps, new NumberBlendForm([Linear(made), Trees(made, 1)], [0.5, 0.5]));
        var (row, output) = (Rows(1), new double[1]);
        for (var time = 0; time < 2 * TreeLayouts.RowsBeforePacking; time++)
        {
            pipeline.Predict(row, output);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            pipeline.Predict(row, output);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 1024);
    }

    private static (IReadOnlyList<IFittedStep> Steps, Table Made) Fit(Table rows)
    {
        var steps = new List<IFittedStep>();
        foreach (var step in (IStep[])[new Impute(), new Scale { Columns = ["age"] }, new QuantileScores { Columns = ["age"] }, new Levels()])
        {
            var fit = step.Fit(new(rows));
            steps.Add(fit.Step);
            rows = fit.Training;
        }

        return (steps, rows);
    }

    private static Table Rows(int count) => new(
    [
        new NumberColumn("age", [.. Enumerable.Range(0, count).Select(row => row % 11 == 3 ? double.NaN : row * 37 % 101 / 3.0)]),
        new CategoryColumn("plan", Plans, [.. Enumerable.Range(0, count).Select(row => (row * 7 % 4) - 1)]),
    ]);

    private static FormInput[] Numbers(Table made) =>
        [.. made.Columns.OfType<NumberColumn>().Select(column => new FormInput(column.Name, ColumnType.Number, []))];

    private static NumberLinearForm Linear(Table made) => new(new(Numbers(made), [.. Numbers(made).Select((_, place) => 1.0 / (3 + place))], [0.1]));

    private static NumberTreesForm Trees(Table made, int seed)
    {
        var random = new RandomTrees(seed);
        var levels = ((CategoryColumn)made["plan"]).Levels;
        FormInput[] inputs = [new("age", ColumnType.Number, []), Numbers(made)[^1], new("plan", ColumnType.Category, [.. levels.Reverse()])];
        return new(new(inputs, [.. Enumerable.Range(0, 30).Select(tree => random.Next(2 + (tree * 5), 1))]));
    }

    private static double[] ByTables(IReadOnlyList<IFittedStep> steps, IPredictsNumbers form, Table rows)
    {
        var answers = new double[rows.RowCount];
        form.Predict(PipelineForm.Apply(steps, rows), answers);
        return answers;
    }

    private static double[] Answers(NumberPipelineForm form, Table rows)
    {
        var answers = new double[rows.RowCount];
        form.Predict(rows, answers);
        return answers;
    }

    private static long[] Bits(double[] answers) => Array.ConvertAll(answers, BitConverter.DoubleToInt64Bits);
}
