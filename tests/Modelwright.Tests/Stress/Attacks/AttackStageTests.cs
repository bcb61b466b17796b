using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Stress;
using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Tests.Stress.Attacks.Trees;

namespace Modelwright.Tests.Stress.Attacks;

public sealed class AttackStageTests
{
    private static AttackReport Run(StressedModel model, Threat? threat = null, AttackOptions? options = null) =>
        new AttackStage(model, threat ?? Threat.Draft(model.Schema, model.Rows), options ?? new()).Run(TestContext.Current.CancellationToken);

    private static StressedModel Classes(Func<double, string?, double> score, int rows = 200)
    {
        ClassAnswers Answer(Table table)
        {
            var age = (NumberColumn)table["age"];
            double[] yes = [.. Enumerable.Range(0, table.RowCount).Select(row => 1 / (1 + Math.Exp(-score(age.Values.At(row), table["plan"].Format(row)))))];
            return new(["no", "yes"], [.. yes.Select(share => share > 0.5 ? 1 : 0)], [.. yes.SelectMany(share => (double[])[1 - share, share])]);
        }

        return new(Data.SmallTables.ClassesSchema, Data.SmallTables.Classes(rows), BuiltInMetrics.Get("accuracy"), (table, _) => Answer(table), groups: null, CancellationToken.None);
    }

    [Fact]
    public void Run_FragileColumn_CarriesTheAttack()
    {
        // A year of age decides; the plan hardly counts.
        var fragile = Run(Classes((age, plan) => (age % 2 == 0 ? 6 : -6) + (plan == "pro" ? 0.1 : 0)));
        var sturdy = Run(Classes((age, plan) => ((age - 49) / 2) + (plan == "pro" ? 0.1 : 0)));

        Assert.Equal(1, fragile.All.Flipped);
        Assert.True(fragile.All.MedianCost < 0.1);
        Assert.Equal("age", fragile.Columns.First().Key);
        Assert.Equal(1, fragile.Columns["age"]);
        Assert.InRange(sturdy.All.Flipped, 0.4, 0.8);
        Assert.True(sturdy.All.MedianCost > 0.5);
    }

    [Fact]
    public void Run_ModelThatAnswersOneThing_CannotBeFlipped()
    {
        var report = Run(Classes((_, _) => -1));

        Assert.Equal(0, report.All.Flipped);
        Assert.Null(report.All.MedianCost);
        Assert.Empty(report.Columns);
        Assert.Empty(report.Examples);
        Assert.InRange(report.All.Upper, 0.01, 0.1);
    }

    [Fact]
    public void Run_Classes_ReportHoldsTogether()
    {
        var model = Classes((age, plan) => ((age - 49) / 10) + (plan == "pro" ? 2 : 0));
        var report = Run(model);

        Assert.Equal(["greedy_thresholds", "boundary", "gradient", "transfer"], report.Attacks.Select(score => score.Attack));
        Assert.Equal(
            [
                "The attack 'best_first' was not run: the model is not one ensemble of trees over columns that can be changed directly.",
                "The attack 'text_edits' was not run: no text can be changed.",
            ],
            report.NotRun);
        Assert.Equal(100, report.All.Rows);
        Assert.True(report.All.Flipped >= report.Attacks.Max(score => score.Flipped));
        Assert.InRange(report.All.Flipped, report.All.Lower, report.All.Upper);
        Assert.Null(report.Amount);
        Assert.Null(report.Certified);
        Assert.Equal(10, report.Examples.Count);
        Assert.All(report.Examples, example =>
        {
            Assert.NotEqual(example.AnswerBefore[..2], example.AnswerAfter[..2]);
            Assert.Equal(example.Cost, example.Changes.Sum(change => change.Cost), 9);
            Assert.All(example.Changes, change => Assert.Equal(model.Rows[change.Column].Format(example.Row), change.Before));
            Assert.True(example.Cost <= 1);
        });
        var figure = Assert.Single(AttackStage.Figures(report));
        Assert.Equal(("attack.flipped", report.All.Flipped, report.All.Lower, report.All.Upper, "of 100 rows answered rightly, within a cost of 1"), (figure.Name, figure.Value, figure.Lower, figure.Upper, figure.About));
    }

    [Fact]
    public void Run_NoSurrogateIsHandedIn_TheNearestRowsAreOne()
    {
        var model = Classes((age, plan) => ((age - 49) / 10) + (plan == "pro" ? 2 : 0));
        var nearest = Run(model).Attacks.Single(score => score.Attack == "transfer");
        var none = Run(model, options: new() { FitSurrogate = (_, _, _) => null });

        Assert.InRange(nearest.Flipped, 0.1, 1);
        Assert.Contains("The attack 'transfer' was not run: no surrogate was fitted.", none.NotRun);
    }

    [Fact]
    public void NeighborSurrogate_RowsItHasSeen_AnswersAsTheModelDid()
    {
        var model = Classes((age, plan) => ((age - 49) / 10) + (plan == "pro" ? 2 : 0), rows: 400);
        var imitated = (ClassAnswers)new NeighborSurrogate(model.Schema, model.Rows, model.Calm, 1).Answer(model.Rows, TestContext.Current.CancellationToken);
        var numbers = StressTables.Sum();
        var sums = (NumberAnswers)new NeighborSurrogate(numbers.Schema, numbers.Rows, numbers.Calm, 1).Answer(numbers.Rows, TestContext.Current.CancellationToken);

        Assert.All(Enumerable.Range(0, 400), row => Assert.Equal(1, imitated.Probabilities[2 * row] + imitated.Probabilities[(2 * row) + 1], 9));
        Assert.True(Enumerable.Range(0, 400).Count(row => imitated.Answered(row) == ((ClassAnswers)model.Calm).Answered(row)) > 380);
        Assert.True(sums.Predicted.Zip(((NumberAnswers)numbers.Calm).Predicted, (one, other) => Math.Abs(one - other)).Average() < 1);
    }

    [Fact]
    public void Run_SameSeed_SameReport()
    {
        static string Told(AttackReport report) => Documents.Write(report);
        var model = Classes((age, plan) => ((age - 49) / 10) + (plan == "pro" ? 2 : 0));

        Assert.Equal(Told(Run(model, options: new() { Seed = 3 })), Told(Run(model, options: new() { Seed = 3 })));
        Assert.NotEqual(Told(Run(model, options: new() { Seed = 3 })), Told(Run(model, options: new() { Seed = 4 })));
    }

    [Fact]
    public void Run_NumbersAndSurrogate_AnswersMoveByMoreThanTheError()
    {
        var model = StressTables.Sum(rows: 150);
        var report = Run(model, options: new() { FitSurrogate = (_, _, _) => model.AnswerAsBrought });

        Assert.Equal(((NumberAnswers)model.Calm).Truth.Zip(((NumberAnswers)model.Calm).Predicted, (truth, answer) => (truth - answer) * (truth - answer)).Average(), report.Amount!.Value * report.Amount.Value, 9);
        Assert.Contains("transfer", report.Attacks.Select(score => score.Attack));
        Assert.All(report.Attacks, score => Assert.Equal(1, score.Flipped));

        Assert.All(report.Examples.SelectMany(example => example.Changes), change => Assert.InRange(change.After.Length, 1, 9));

        // One of 3 times the first and -1 times the second must move by the error; the first is the cheaper.
        var draft = Threat.Draft(model.Schema, model.Rows);
        Assert.Equal(report.Amount.Value / 3 * draft.Columns[0].Cost, report.All.MedianCost!.Value, 2);
    }

    [Fact]
    public void Run_Trees_AreProvenAndSearched()
    {
        var form = BreastCancer.Forest(8, 3);
        var report = Run(BreastCancer.Model(form), options: new() { Form = form });

        Assert.Equal(["greedy_thresholds", "best_first", "boundary", "transfer"], report.Attacks.Select(score => score.Attack));
        Assert.Contains("The attack 'gradient' was not run: the model is made of trees, whose answers have no slope.", report.NotRun);
        Assert.True(report.Certified <= 1 - report.All.Flipped, $"{report.Certified} proven, {report.All.Flipped} flipped");
        Assert.True(report.CertifiedCost <= report.All.MedianCost);
        Assert.Equal(["attack.flipped", "attack.certified"], AttackStage.Figures(report).Select(figure => figure.Name));
    }

    [Fact]
    public void Run_TimeIsOver_SaysWhatIsLeft()
    {
        var looks = 0;
        var report = Run(Classes((age, _) => age - 49), options: new() { IsOver = () => ++looks > 2 });

        Assert.Equal(2, report.All.Rows);
        Assert.Contains("98 of 100 rows were not attacked: the time was over. Give more with --budget.", report.NotRun);
    }

    [Fact]
    public void Run_NoRowIsAnsweredRightly_SaysSo()
    {
        ClassAnswers Wrong(Table table) => new(["no", "yes"], [.. Enumerable.Repeat(1, table.RowCount)], [.. Enumerable.Range(0, table.RowCount).SelectMany(_ => (double[])[0.9, 0.1])]);
        StressedModel model = new(Data.SmallTables.ClassesSchema, Data.SmallTables.Classes(50), BuiltInMetrics.Get("accuracy"), (table, _) => Wrong(table), groups: null, CancellationToken.None);

        var report = Run(model);

        Assert.Equal(0, report.All.Rows);
        Assert.Contains("No row was attacked: none is answered rightly.", report.NotRun);
        Assert.Empty(AttackStage.Figures(report));
    }

    [Fact]
    public void Run_ThreatOfAnotherModel_IsRefused() => Assert.Equal(
        "The threat cannot be used: the model has no feature 'agee'. Did you mean 'age'?",
        Assert.Throws<OptionsException>(() => Run(Classes((age, _) => age), new([new() { Name = "agee" }]))).Message);

    [Fact]
    public void Run_ModelThatRefusesARow_EndsTheAttackAndSaysWhy()
    {
        var rows = Data.SmallTables.Classes(100);
        var calm = Classes((age, _) => (age - 49) / 10, rows: 100);
        StressedModel model = new(Data.SmallTables.ClassesSchema, rows, BuiltInMetrics.Get("accuracy"), (table, stop) => table.RowCount == 100 ? calm.AnswerAsBrought(table, stop) : throw new DataException("Not these rows."), groups: null, CancellationToken.None);

        var report = Run(model);

        Assert.Equal(0, report.All.Flipped);
        Assert.Contains("The attack 'boundary' was ended: the model refused a row. Not these rows.", report.NotRun);
    }
}
