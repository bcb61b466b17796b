using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>Data that cannot be learned from, each refused with a text that says what to do.</summary>
internal static class RefusalChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_EmptyTable_Refused", learner => learner.Refuses(ToyData.Take(learner.Line(), []), "a table without rows")),
        new("Fit_NoColumn_Refused", learner => learner.Refuses(learner.Line() with { Features = new Table([], 240) }, "a table without columns"))
        {
            Demanded = (info, _) => !info.IsBaseline,
        },
        new("Fit_TargetOfOneValue_Refused", OneValue) { Suits = task => task.HasTarget },
        new("Fit_OneRow_Refused", learner => learner.Refuses(ToyData.Take(learner.Line(), [0]), "one row has a target of one value")) { Suits = task => task.HasTarget },
        new("Fit_OneRow_SoundOrRefused", learner => learner.FitsSoundly(ToyData.Take(learner.Line(), [0]), mayRefuse: true)) { Suits = task => !task.HasTarget },
        new("Fit_NoTarget_Refused", learner => learner.Refuses(learner.Line() with { Target = null }, "no target")) { Suits = task => task.HasTarget },
        new("Fit_TargetOfWrongKind_Refused", WrongKind) { Suits = task => task.HasTarget },
        new("Fit_TargetMissing_Refused", MissingTarget) { Suits = task => task.HasTarget },
        new("Fit_TargetInfinite_Refused", InfiniteTarget) { Suits = task => task.IsRegression },
        new("Fit_TargetOfOtherLength_Refused", OtherLength) { Suits = task => task.HasTarget },
        new("Fit_Missing_RefusedOrTaken", Missing),
        new("Fit_Infinity_RefusedOrTaken", Infinity) { Demanded = TakesNumbers },
        new("Fit_ColumnTypeNotTaken_Refused", NotTaken) { Demanded = (info, _) => !info.IsBaseline },
        new("Fit_UnsoundWeights_Refused", Weights),
        new("Fit_TaskNotDeclared_Refused", Undeclared) { EveryTask = false },
    ];

    /// <summary>Whether number columns can be offered.</summary>
    internal static bool TakesNumbers(LearnerInfo info, LearnerExpectations expectations) =>
        info.Takes.Contains(ColumnType.Number) && !info.IsBaseline;

    private static void OneValue(LearnerCase learner)
    {
        var data = learner.Line();
        learner.Refuses(data with { Target = ToyData.Target(learner.Task, [.. Enumerable.Repeat(1.0, 240)]) }, "a target of one value");
        var weights = new double[240];
        weights[3] = 1;
        learner.Refuses(data with { Weights = weights }, "a target of one value among the rows that weigh");
    }

    private static void WrongKind(LearnerCase learner)
    {
        var other = learner.Task.IsClassification ? ToyTask.Regression : ToyTask.Binary;
        var target = ToyData.Target(other, [.. Enumerable.Range(0, 240).Select(row => row % 7 - 3.0)]);
        learner.Refuses(learner.Line() with { Target = target }, "a target of the wrong kind", "target");
    }

    private static void MissingTarget(LearnerCase learner)
    {
        var data = learner.Line();
        Column target = data.Target switch
        {
            CategoryColumn classes => new CategoryColumn("target", classes.Levels, Changed(classes.Codes, CategoryColumn.Missing)),
            NumberColumn numbers => new NumberColumn("target", Changed(numbers.Values, double.NaN)),
            _ => throw new ContractException("the toy has no target"),
        };
        learner.Refuses(data with { Target = target }, "a missing target", "target");
    }

    private static void InfiniteTarget(LearnerCase learner)
    {
        var target = (NumberColumn)learner.Line().Target!;
        learner.Refuses(learner.Line() with { Target = new NumberColumn("target", Changed(target.Values, double.PositiveInfinity)) }, "an infinite target", "target");
    }

    private static void OtherLength(LearnerCase learner) =>
        learner.Refuses(learner.Line() with { Target = learner.Line(100).Target }, "a target of another length", "100", "240");

    private static void Missing(LearnerCase learner)
    {
        var data = learner.Line();
        var holed = data with { Features = data.Features.With(WithHoles(learner, "b")) };
        if (learner.Info.TakesMissing || learner.Info.IsBaseline)
        {
            learner.FitsSoundly(holed);
        }
        else
        {
            learner.Refuses(holed, "missing values", "'b'");
        }
    }

    private static void Infinity(LearnerCase learner)
    {
        var data = learner.Line();
        double[] values = [.. Enumerable.Range(0, 240).Select(row => row == 5 ? double.PositiveInfinity : row / 240.0)];
        var infinite = data with { Features = data.Features.With(new NumberColumn("b", values)) };
        learner.FitsSoundly(infinite, mayRefuse: true);
    }

    private static void NotTaken(LearnerCase learner)
    {
        foreach (var type in Enum.GetValues<ColumnType>().Except(learner.Info.Takes))
        {
            var column = ToyData.Column(type, "stranger", [.. Enumerable.Range(0, 240).Select(row => (row % 9 / 4.5) - 1)]);
            var data = learner.Line();
            learner.Refuses(data with { Features = data.Features.With(column) }, $"a column of type {type}", "'stranger'");
        }
    }

    private static void Weights(LearnerCase learner)
    {
        var data = learner.Line();
        double[] ones = [.. Enumerable.Repeat(1.0, 240)];
        double[] With(double value) => [.. ones.Select((one, row) => row == 9 ? value : one)];
        learner.Refuses(data with { Weights = With(-1) }, "a negative weight", "-1");
        learner.Refuses(data with { Weights = With(double.NaN) }, "a weight that is no number");
        learner.Refuses(data with { Weights = With(double.PositiveInfinity) }, "an infinite weight");
        learner.Refuses(data with { Weights = new double[240] }, "weights of zero alone");
        learner.Refuses(data with { Weights = [1, 1] }, "too few weights", "240");
    }

    private static void Undeclared(LearnerCase learner)
    {
        foreach (var task in LearningTask.Known.Except(learner.Info.Tasks))
        {
            learner.Refuses(learner.Line() with { Task = task }, $"the task {task}");
        }
    }

    private static T[] Changed<T>(Blocks<T> values, T value)
    {
        var changed = new T[values.RowCount];
        values.CopyTo(changed);
        changed[4] = value;
        return changed;
    }

    private static Column WithHoles(LearnerCase learner, string name) =>
        ToyData.Column(learner.Info, name, [.. Enumerable.Range(0, 240).Select(row => row % 5 == 0 ? double.NaN : (row % 9 / 4.5) - 1)]);
}
