using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Trees;
using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Attacks.Trees;

/// <summary>That sums over trees flip where the model does, whatever stands behind the trees.</summary>
public sealed class TreeTargetTests
{
    private static readonly Table Rows = SmallTables.Classes(240);

    private static IForm Grown(LearningTask task, Table features, Column target, int trees) => new RandomForestLearner()
        .Fit(new(task, features) { Target = target }, ParameterValues.Default.With("trees", trees).With("max_depth", 5), new() { Seed = 2 }).Form;

    private static ClassTreesForm Forest { get; } = (ClassTreesForm)Grown(LearningTask.Classification, Rows.Without(["churned"]), Rows["churned"], 7);

    private static AttackTarget Target(IForm form, ClassDecision? decision, Schema schema, Table rows)
    {
        Answers Answer(Table asked)
        {
            if (form is IPredictsNumbers numbers)
            {
                var predicted = new double[asked.RowCount];
                numbers.Predict(asked, predicted);
                return new NumberAnswers(Rows(asked), predicted);
            }

            var classes = (IPredictsClasses)form;
            var shares = new double[asked.RowCount * classes.Classes.Count];
            classes.PredictProbabilities(asked, shares);
            return new ClassAnswers(classes.Classes, new int[asked.RowCount], shares)
            {
                Decided = decision is null ? null : [.. Enumerable.Range(0, asked.RowCount).Select(row => decision.Choose(shares.AsSpan(row * classes.Classes.Count, classes.Classes.Count)))],
            };
        }

        double[] Rows(Table asked)
        {
            var truth = new double[asked.RowCount];
            ((NumberColumn)asked[schema.Target!.Name]).Values.CopyTo(truth);
            return truth;
        }

        return new(schema, rows, Threat.Draft(schema, rows), (asked, _) => Answer(asked), Answer(rows)) { Form = form, Decision = decision };
    }

    /// <summary>For each row the answer to other rows is flipped where, and only where, a sum is above 0.</summary>
    private static void FlipTogether(AttackTarget target)
    {
        Assert.NotNull(target.Trees);
        var (agreed, flipped) = (0, 0);
        for (var row = 0; row < 40; row++)
        {
            var margins = target.Trees.Margins(row);
            for (var other = 0; other < target.Rows.RowCount; other++)
            {
                var point = target.Trees.RowOf(other, target.Open(other).Changed);
                var isFlipped = margins.Any(margin => margin.Of(point.Trees, point.Own) > 0);
                Assert.Equal(target.IsFlipped(row, target.Calm, other), isFlipped);
                (agreed, flipped) = (agreed + 1, flipped + (isFlipped ? 1 : 0));
            }
        }

        Assert.InRange(flipped, 1, agreed - 1);
    }

    [Fact]
    public void Of_Forest_FlipsWithTheModel() => FlipTogether(Target(Forest, null, SmallTables.ClassesSchema, Rows));

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0.8, 0)]
    public void Of_ForestWithAThreshold_FlipsWithTheModel(double threshold, int positive) =>
        FlipTogether(Target(Forest, new() { For = "f1", Threshold = threshold, Positive = positive }, SmallTables.ClassesSchema, Rows));

    [Fact]
    public void Of_CalibratedForestWithCosts_FlipsWithTheModel() => FlipTogether(Target(
        new ClassCalibratedForm(Forest, new() { Method = ProbabilityMap.Platt, Slopes = [1.7], Offsets = [-0.4] }),
        new() { For = "costs", Costs = [0, 1, 3, 0] },
        SmallTables.ClassesSchema,
        Rows));

    [Fact]
    public void Of_ThreeClasses_FlipsWithTheModel()
    {
        Schema schema = new([new("age", ColumnType.Number), new("income", ColumnType.Number), new("plan", ColumnType.Category, ColumnRole.Target) { Levels = ["basic", "plus", "pro"] }]);
        var rows = Rows.Without(["churned"]);

        FlipTogether(Target(Grown(LearningTask.Classification, rows.Without(["plan"]), rows["plan"], 5), null, schema, rows));
    }

    [Fact]
    public void Of_Numbers_FlipsWithTheModel()
    {
        var rows = SmallTables.Numbers(200);

        FlipTogether(Target(Grown(LearningTask.Regression, rows.Without(["answer"]), rows["answer"], 5), null, StressTables.NumberSchema, rows));
    }

    [Fact]
    public void Of_WhatIsNoEnsemble_IsNull() =>
        Assert.Null(Target(new ClassConstantForm(["no", "yes"], [0.4, 0.6]), null, SmallTables.ClassesSchema, Rows).Trees);

    [Fact]
    public void Of_OtherAnswersThanTheTreesGive_IsNull()
    {
        var other = Target(new ClassConstantForm(["no", "yes"], [0.4, 0.6]), null, SmallTables.ClassesSchema, Rows);

        Assert.Null(new AttackTarget(SmallTables.ClassesSchema, Rows, other.Threat, other.Answer, other.Calm) { Form = Forest }.Trees);
    }

    [Fact]
    public void ChangeOf_APoint_IsTheRowThatTheTreesSee() => Gen.Select(Gen.Int[0, 239], Gen.Int[0, 239]).Sample((row, other) =>
    {
        var target = Target(Forest, null, SmallTables.ClassesSchema, Rows);
        var changed = target.Open(row).Changed;
        var (own, point) = (target.Trees!.RowOf(row, changed), target.Trees.RowOf(other, target.Open(other).Changed).Own);
        double[] reached = [.. point.Select((value, input) => double.IsNaN(own.Own[input]) || double.IsNaN(value) ? own.Own[input] : value)];

        var after = changed.Filled([target.Trees.ChangeOf(reached, row, changed)]);

        AttackTarget again = new(SmallTables.ClassesSchema, after, target.Threat, target.Answer, target.Answer(after, CancellationToken.None)) { Form = Forest };
        Assert.Equal(reached, again.Trees!.RowOf(0, again.Open(0).Changed).Own);
    },
    iter: 30);
}
