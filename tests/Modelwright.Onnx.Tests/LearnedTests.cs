using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Onnx.Tests;

/// <summary>A model of every learner that has a formula: ONNX Runtime answers what the form answers.</summary>
public sealed class LearnedTests
{
    /// <summary>Sums of doubles in another order, and exponentials of another machine; far below what an export promises, 1e-6.</summary>
    private const double Close = 1e-12;

    private const int Rows = 600;

    public static TheoryData<string, int> Learned
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var learner in Catalog.Learners.Where(learner => learner.Unavailable is null))
            {
                data.AddRange((learner.Info.Tasks.Contains(LearningTask.Classification) ? [2, 3] : Array.Empty<int>()).Select(classes => new TheoryDataRow<string, int>(learner.Info.Name, classes)));
                data.AddRange((learner.Info.Tasks.Contains(LearningTask.Regression) ? [0] : Array.Empty<int>()).Select(classes => new TheoryDataRow<string, int>(learner.Info.Name, classes)));
            }

            return data;
        }
    }

    private static LearnerCatalog Catalog => new LearnerCatalog().AddBuiltIn().AddLightGbm();

    [Theory]
    [MemberData(nameof(Learned))]
    public void Graph_OfALearnedForm_AnswersAsTheForm(string name, int classes)
    {
        var learner = Catalog.Learners.Single(learner => learner.Info.Name == name);
        var (data, rows) = Draw(learner.Info, classes);
        var shape = new DataShape(data.Task, Rows, 4, 1, Math.Max(1, classes));
        var form = learner.Fit(data, learner.Recommend(shape)[0], new() { Seed = 1, Cancellation = TestContext.Current.CancellationToken }).Form;
        var door = new Schema([.. form.Info.Inputs.Select(input => new ColumnSpec(input.Name, input.Type) { Levels = input.Levels })]);
        if (Formula.Of(new Model(data.Task, door, form), out var gaps) is not { } formula)
        {
            Assert.NotEmpty(gaps);
            return;
        }

        var difference = Difference(form, Exported.Answers(formula, rows), rows, classes);

        Assert.InRange(classes > 0 ? difference.Absolute : difference.Relative, 0, Close);
        Assert.Equal(0, difference.Labels);
    }

    private static OnnxDifference Difference(IForm form, OnnxAnswers answers, Table rows, int classes)
    {
        var expected = new double[rows.RowCount * Math.Max(1, classes)];
        if (form is not IPredictsClasses chooser)
        {
            ((IPredictsNumbers)form).Predict(rows, expected);
            return OnnxDifference.Between(answers, expected, []);
        }

        chooser.PredictProbabilities(rows, expected);
        return OnnxDifference.Between(answers, expected, [.. Enumerable.Range(0, rows.RowCount).Select(row => chooser.Classes[Runtime.Prediction.Rules.AnswerRules.None.Choose(expected.AsSpan(row * classes, classes))])]);
    }

    /// <summary>Four numbers and a category, of which the answer is made; the rows to ask lack some values where the learner takes that.</summary>
    private static (TrainingSet Data, Table Rows) Draw(LearnerInfo info, int classes)
    {
        var random = new Random(5);
        var numbers = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, Rows).Select(_ => (random.NextDouble() * 20) - 10).ToArray()).ToArray();
        var codes = Enumerable.Range(0, Rows).Select(_ => random.Next(40)).ToArray();
        double[] scores = [.. Enumerable.Range(0, Rows).Select(row => numbers[0][row] + (numbers[1][row] * numbers[2][row] / 5) + (codes[row] % 3 * 4) + random.NextDouble())];
        string[] levels = [.. Enumerable.Range(0, 40).Select(level => $"level {level}")];
        var columns = new List<Column>();
        if (info.Takes.Contains(ColumnType.Number))
        {
            columns.AddRange(numbers.Select((values, place) => new NumberColumn($"n{place}", values)));
        }

        if (info.Takes.Contains(ColumnType.Category))
        {
            columns.Add(new CategoryColumn("c", levels, codes));
        }

        Column target = classes == 0
            ? new NumberColumn("y", [.. scores.Select(score => 100 + score)])
            : new CategoryColumn("y", [.. Enumerable.Range(0, classes).Select(place => $"class {place}")], [.. scores.Select(score => score > 5 ? 1 : score < -5 ? 0 : classes - 1)]);
        var table = new Table(columns);
        var task = classes == 0 ? LearningTask.Regression : LearningTask.Classification;
        return (new(task, table) { Target = target }, info.TakesMissing ? Pierced(table, random) : table);
    }

    private static Table Pierced(Table table, Random random) => new([.. table.Columns.Select(column => column is NumberColumn numbers
        ? (Column)new NumberColumn(column.Name, [.. Enumerable.Range(0, Rows).Select(row => random.Next(20) == 0 ? double.NaN : numbers.Values.At(row))])
        : new CategoryColumn(column.Name, [.. ((CategoryColumn)column).Levels, "unseen"], [.. Enumerable.Range(0, Rows).Select(row => random.Next(20) == 0 ? random.Next(2) * 41 - 1 : ((CategoryColumn)column).Codes.At(row))]))]);
}
