using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Trees.Single;
using Modelwright.Measures;
using Modelwright.Stress;
using Modelwright.Stress.Privacy;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Privacy;

public sealed class ModelExtractionTests
{
    private static readonly ILearner[] Learners = [new LinearLearner(), new DecisionTreeLearner()];

    private static (ExtractionScore? Score, string? NotRun) Copy(StressedModel model, bool isOver = false) =>
        new ModelExtraction(model, Learners, seed: 5, threads: 1).Run(() => isOver, TestContext.Current.CancellationToken);

    private static StressedModel With(Func<Table, int, double> yes)
    {
        var table = SmallTables.Classes(600);
        return new(SmallTables.ClassesSchema, table, BuiltInMetrics.Get("log_loss"), (rows, _) => Answer(rows, yes), groups: null, CancellationToken.None);
    }

    private static ClassAnswers Answer(Table rows, Func<Table, int, double> yes)
    {
        int[] truth = [.. Enumerable.Range(0, rows.RowCount).Select(row => rows["churned"].Format(row) == "yes" ? 1 : 0)];
        return new(["no", "yes"], truth, [.. Enumerable.Range(0, rows.RowCount).Select(row => yes(rows, row)).SelectMany(share => (double[])[1 - share, share])]);
    }

    [Fact]
    public void Run_SimpleRule_IsCopiedFromFewAnswers()
    {
        var score = Copy(StressTables.Classes()).Score!;

        Assert.InRange(score.Queries!.Value, 100, 1_000);
        Assert.True(score.NotEnough < score.Queries);
        Assert.Equal(0.95, score.Needed);
        Assert.Matches(@"^A copy answers like the model in \d+ % after 1?\d?00+ answers to (made-up|real) rows\. If the model is worth stealing, limit how many answers one asker gets, and look out for rows that nobody has\.$", score.Text);
    }

    [Fact]
    public void Run_SumOfNumbers_IsCopiedFromTheFirst()
    {
        var score = Copy(StressTables.Sum()).Score!;

        Assert.Equal((100, 0), (score.Queries, score.NotEnough));
        Assert.All(score.Points, point => Assert.InRange(point.Agreement, 0.95, 1));
    }

    [Fact]
    public void Run_Noise_IsNeverCopied()
    {
        var score = Copy(With((rows, row) => Math.Abs(Math.Sin(1e6 * ((((NumberColumn)rows["age"]).Values.At(row) * 0.37) + (rows["income"].IsMissing(row) ? 0.5 : ((NumberColumn)rows["income"]).Values.At(row)))) % 1) > 0.5 ? 0.9 : 0.1)).Score!;

        Assert.Null(score.Queries);
        Assert.Equal(10_000, score.NotEnough);
        Assert.Matches(@"^No copy answers like the model in 95 % after 10000 answers; the best, after \d+ to (made-up|real) rows, in \d\d %\.$", score.Text);
    }

    [Fact]
    public void Run_OneAnswerNearlyAlways_AsksForMoreThanThatAnswer()
    {
        var score = Copy(With((rows, row) => ((NumberColumn)rows["age"]).Values.At(row) > 77.5 ? 0.9 : 0.1)).Score!;

        // The most frequent answer alone agrees in about 97 %.
        Assert.InRange(score.Needed, 0.975, 0.99);
    }

    [Fact]
    public void Run_WhatCannotBeCopied_SaysWhy()
    {
        Assert.Equal("Model extraction was not run: the model answers nearly all rows alike, so that nothing is left to copy.", Copy(With((_, _) => 0.2)).NotRun);
        Assert.Equal("Model extraction was not run: 60 rows are under test, and 100 are needed. Bring more rows.", Copy(StressTables.Classes(60)).NotRun);
        Assert.Equal("Model extraction was not run: the time was over. Give more with --budget.", Copy(StressTables.Classes(), isOver: true).NotRun);
        Assert.Equal("Model extraction was not run: there is no learner to make a copy with.", new ModelExtraction(StressTables.Classes(), [], 5, 1).Run(() => false, TestContext.Current.CancellationToken).NotRun);
    }

    [Fact]
    public void Run_SameSeed_SameScore()
    {
        var (one, other) = (Copy(StressTables.Classes()).Score!, Copy(StressTables.Classes()).Score!);

        Assert.Equal(one.Points, other.Points);
    }

    [Fact]
    public void CopyLearners_OfAll_AreAffordableAndSuitTheTask()
    {
        var chosen = CopyLearners.Among(BuiltInLearners.All, StressTables.Classes(), 10_000);

        Assert.InRange(chosen.Count, 2, 3);
        Assert.All(chosen, learner => Assert.Contains(LearningTask.Classification, learner.Info.Tasks));
        Assert.DoesNotContain(chosen, learner => learner.Info.IsBaseline);
    }
}
