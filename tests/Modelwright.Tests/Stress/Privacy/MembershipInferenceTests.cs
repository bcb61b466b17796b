using Modelwright.Core.Data;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Trees;
using Modelwright.Measures;
using Modelwright.Stress;
using Modelwright.Stress.Privacy;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Privacy;

public sealed class MembershipInferenceTests
{
    private static readonly Table Training = SmallTables.Classes(600, seed: 11);

    private static MembershipScore Score(StressedModel model, Table training, int seed = 3) =>
        new MembershipInference(model, seed).Run(training, TestContext.Current.CancellationToken).Score!;

    /// <summary>Knows the rows it has seen by heart, and nothing of others.</summary>
    private static StressedModel ByHeart(Table seen, Table rows)
    {
        var known = Enumerable.Range(0, seen.RowCount).GroupBy(row => Key(seen, row)).ToDictionary(group => group.Key, group => seen["churned"].Format(group.First()));
        ClassAnswers Answer(Table table)
        {
            int[] truth = [.. Enumerable.Range(0, table.RowCount).Select(row => table["churned"].Format(row) == "yes" ? 1 : 0)];
            return new(["no", "yes"], truth, [.. Enumerable.Range(0, table.RowCount).SelectMany(row => known.GetValueOrDefault(Key(table, row)) switch { "yes" => (double[])[0.02, 0.98], "no" => [0.98, 0.02], _ => [0.5, 0.5] })]);
        }

        return new(SmallTables.ClassesSchema, rows, BuiltInMetrics.Get("log_loss"), (table, _) => Answer(table), groups: null, CancellationToken.None);
    }

    private static string Key(Table table, int row) => string.Join('|', new[] { "age", "income", "plan" }.Select(name => table[name].Format(row)));

    [Fact]
    public void Run_ModelThatKnowsItsRowsByHeart_IsFlagged()
    {
        var score = Score(ByHeart(Training, SmallTables.Classes(400, seed: 12)), Training);

        Assert.True(score.IsFlagged);
        Assert.InRange(score.Auc, 0.9, 1);
        Assert.InRange(score.Auc, score.Lower, score.Upper);
        Assert.InRange(score.Caught!.Value, 0.9, 1);
        Assert.Matches(@"^Of a training row and a new one an opponent tells the training row by the answers in 9\d\.\d % of pairs \(9\d\.\d % to \d+\.\d %\), where 50 % is guessing\. Where it takes one new row in a hundred for a training row, it catches \d+\.\d % of the training rows\. The model remembers its rows: shrink it \(fewer leaves, more rows a leaf, more shrinkage\), or answer classes in place of probabilities\.$", score.Text);
    }

    [Fact]
    public void Run_ModelThatKnowsTheRuleAlone_Passes()
    {
        var score = Score(StressTables.Classes(), Training);

        Assert.False(score.IsFlagged);
        Assert.InRange(score.Auc, 0.44, 0.56);
        Assert.EndsWith("of the training rows.", score.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LinearModelFittedOnTheRows_Passes_AndForestOfWholeTreesIsFlagged()
    {
        var rows = SmallTables.Classes(400, seed: 12);
        var linear = FittedTables.Form(new LinearLearner(), SmallTables.ClassesSchema, Training);
        var forest = FittedTables.Form(new ExtraTreesLearner(), SmallTables.ClassesSchema, Training);

        Assert.False(Score(FittedTables.Model(linear, SmallTables.ClassesSchema, rows, "log_loss"), Training).IsFlagged);
        Assert.True(Score(FittedTables.Model(forest, SmallTables.ClassesSchema, rows, "log_loss"), Training).IsFlagged);
    }

    [Fact]
    public void Run_HonestModels_RaiseNoFalseAlarm()
    {
        const int Runs = 100;
        var flagged = Enumerable.Range(0, Runs).Count(run => Score(StressTables.Classes(300), SmallTables.Classes(300, seed: 100 + run), run).IsFlagged);

        Assert.InRange(flagged, 0, Runs / 50);
    }

    [Fact]
    public void Run_CoarseColumns_RowsThatComeAgainTellNothing()
    {
        // Nearly every combination comes again; those that do not are the odd ones, on both sides alike.
        static Table Coarse(int rows, int seed)
        {
            var random = new Random(seed);
            double Skewed() => Math.Floor(30 * random.NextDouble() * random.NextDouble() * random.NextDouble());
            double[][] columns = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, rows).Select(_ => Skewed()).ToArray())];
            return new([new NumberColumn("first", columns[0]), new NumberColumn("second", columns[1]), new NumberColumn("answer", [.. columns[0].Zip(columns[1], (one, other) => (3 * one) - other + Skewed())])]);
        }

        var model = new StressedModel(StressTables.NumberSchema, Coarse(2_000, 5), BuiltInMetrics.Get("rmse"), (table, _) => new NumberAnswers(Numbers(table, "answer"), [.. Numbers(table, "first").Zip(Numbers(table, "second"), (one, other) => (3 * one) - other + 4)]), groups: null, CancellationToken.None);
        var score = Score(model, Coarse(2_000, 6));

        Assert.True(score.RowsInBoth > 500);
        Assert.False(score.IsFlagged);
        Assert.InRange(score.Auc, 0.44, 0.56);
    }

    private static double[] Numbers(Table table, string name) => [.. Enumerable.Range(0, table.RowCount).Select(row => ((NumberColumn)table[name]).Values.At(row))];

    [Fact]
    public void Run_NewRowsOfAnotherKind_SaysInWhichColumn()
    {
        var old = StressTables.Classes();
        int[] some = [.. Enumerable.Range(0, old.Rows.RowCount).Where(row => ((NumberColumn)old.Rows["age"]).Values.At(row) > 50)];
        var score = Score(old.Take(some), Training);

        Assert.Equal("age", score.DifferentColumn);
        Assert.Contains("Training rows and new ones differ in 'age', so a part of this may be that difference; bring new rows of the same time and place.", score.Text, StringComparison.Ordinal);
        Assert.Null(Score(old, Training).DifferentColumn);
    }

    [Fact]
    public void Run_TheTrainingRowsThemselves_AreNoNewRows()
    {
        var (score, why) = new MembershipInference(StressTables.Classes(), 3).Run(StressTables.Classes().Rows, TestContext.Current.CancellationToken);

        Assert.Null(score);
        Assert.Matches(@"^Membership inference was not run: \d+ training rows and 0 rows under test stand in one of the two files alone and once, and 40 of each are needed\. Bring more rows that the model was not trained on\.$", why);
    }

    [Fact]
    public void Run_RowsOfGroups_IntervalIsWider()
    {
        var schema = new Schema([.. SmallTables.ClassesSchema.Columns, new("firm", ColumnType.Number, ColumnRole.Group)]);
        static Table Firms(Table table) => table.With(new NumberColumn("firm", [.. Enumerable.Range(0, table.RowCount).Select(row => (double)(row / 30))]));
        var plain = StressTables.Classes(400);
        var model = new StressedModel(schema, Firms(plain.Rows), plain.Metric, plain.AnswerAsBrought, groups: null, CancellationToken.None);

        var (one, grouped) = (Score(plain, Training), Score(model, Firms(Training)));

        Assert.Equal(one.Auc, grouped.Auc);
        Assert.NotEqual(one.Lower, grouped.Lower);
    }

    [Fact]
    public void Run_SameSeed_SameScore_AndStopsWhenAsked()
    {
        var model = StressTables.Classes();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Equal(Score(model, Training), Score(model, Training));
        Assert.Throws<OperationCanceledException>(() => new MembershipInference(model, 3).Run(Training, stop.Token));
    }
}
