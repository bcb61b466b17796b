using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Packaging;
using Modelwright.Testing.Forms;

namespace Modelwright.Testing.Learners;

/// <summary>What the form of a learner answers.</summary>
internal static class AnswerChecks
{
    /// <summary>Memory and disk hold the same state in different layouts.</summary>
    private const int SizeFactor = 2;

    /// <summary>Forms up to this size may declare nothing.</summary>
    private const int SmallBytes = 16 << 10;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Answer_RowByRow_SameBitsAsAtOnce", RowByRow) { Demanded = RowsForThemselves },
        new("Answer_FreshRows_Sound", Fresh),
        new("Answer_FromEightThreads_SameBits", Threads),
        new("Answer_ClassesInAnotherOrder_FollowTheirNames", ClassOrder) { Suits = task => task.IsClassification, Demanded = NotBaseline },
        new("Answer_MostProbableClass_IsTheLabel", Label) { Suits = task => task.IsClassification, Demanded = NotBaseline },
        new("Answer_MissingValue_Sound", Missing) { Demanded = (info, _) => info.TakesMissing },
        new("Form_SavedAndLoaded_SameBits", SavedAndLoaded),
        new("Form_Size_AsDeclared", Size),
        new("Form_HoldsRows_AsTheLearnerDeclares", HoldsRows),
        new("Form_Contributions_AddUpToTheAnswer", Contributions),
        new("Dispose_Twice_IsFine", DisposeTwice) { EveryTask = false },
        new("Fit_Inputs_AreColumnsOfTheTable", Inputs),
    ];

    /// <summary>Whether a row's answer is that row's alone; a form that reads in order has the suite of streams instead.</summary>
    internal static bool RowsForThemselves(LearnerInfo info, LearnerExpectations expectations) => !info.ReadsInOrder;

    private static bool NotBaseline(LearnerInfo info, LearnerExpectations expectations) => !info.IsBaseline;

    private static void RowByRow(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        var atOnce = learner.Answers(form, data.Features);
        List<double> single = [];
        for (var row = 0; row < data.Features.RowCount; row++)
        {
            single.AddRange(learner.Answers(form, data.Features.Take([row])));
        }

        Expect.SameBits(atOnce, [.. single], "rows one by one");
        var order = new ToyRandom(2).Order(data.Features.RowCount);
        var shuffled = learner.Answers(form, data.Features.Take(order));
        double[] expected = [.. order.SelectMany(row => atOnce[(row * learner.Task.Width)..((row + 1) * learner.Task.Width)])];
        Expect.SameBits(expected, shuffled, "rows among other neighbours");
    }

    private static void Fresh(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        Expect.Sound(learner.Answers(form, data.Features), learner.Task);
        Expect.Sound(learner.Answers(form, learner.Line(300, seed: 5).Features), learner.Task);
    }

    private static void Threads(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        var expected = learner.Answers(form, data.Features);
        var found = new double[8][];
        EightThreads.Run(thread => found[thread] = learner.Answers(form, data.Features));
        foreach (var answers in found)
        {
            Expect.SameBits(expected, answers, "answers from eight threads");
        }
    }

    private static void ClassOrder(LearnerCase learner)
    {
        var data = learner.Line();
        var width = learner.Task.Width;
        var turned = learner with { Task = learner.Task with { Classes = [.. learner.Task.Classes.Reverse()] } };
        var codes = ((CategoryColumn)data.Target!).Codes;
        int[] turnedCodes = [.. Enumerable.Range(0, data.Features.RowCount).Select(row => width - 1 - codes.At(row))];
        var answers = learner.FitAndAnswer(data, data.Features);
        var other = turned.FitAndAnswer(data with { Target = new CategoryColumn("target", turned.Task.Classes, turnedCodes) }, data.Features);
        double[] back = [.. Enumerable.Range(0, other.Length).Select(index => other[(index / width * width) + (width - 1 - (index % width))])];
        Expect.That(Expect.Distance(answers, back) < 0.1, "expected each class to keep its probability when the classes are listed in another order");
    }

    private static void Label(LearnerCase learner)
    {
        var data = ToyData.Line(learner.Info, learner.Task, 400, noise: 0);
        var accuracy = QualityChecks.Accuracy(learner.FitAndAnswer(data, data.Features), data, learner.Task);
        Expect.That(accuracy > 0.85, $"expected the most probable class to be the label on an easy set, but it is so for {accuracy:P0} of the rows");
    }

    private static void Missing(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        Column[] holed = [.. data.Features.Columns.Select(column => ToyData.Column(learner.Info, column.Name, [.. Enumerable.Repeat(double.NaN, 240)]))];
        Expect.Sound(learner.Answers(form, new Table(holed)), learner.Task);
    }

    private static void SavedAndLoaded(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        var loaded = FormBytes.Read(FormBytes.Write(form), learner.Expectations.Forms);
        var fresh = learner.Line(280, seed: 5).Features;
        Expect.SameBits(learner.Answers(form, fresh), learner.Answers(loaded, fresh), "a form that was saved and loaded");
    }

    private static void Size(LearnerCase learner)
    {
        var form = learner.Fit(learner.Line(2_000)).Form;
        var (stored, declared) = (FormBytes.Write(form).LongLength, form.Info.Bytes);
        Expect.That(
            Math.Max(stored, declared) <= SmallBytes || (stored <= SizeFactor * declared && declared <= SizeFactor * stored),
            $"expected the form to declare its size within a factor of {SizeFactor} of the {stored} bytes it is stored in, got {declared}");
    }

    private static void HoldsRows(LearnerCase learner)
    {
        var holds = learner.Fit(learner.Line()).Form.Info.HoldsRows;
        Expect.That(holds == learner.Info.StoresRows, $"expected a form that {(learner.Info.StoresRows ? "holds" : "does not hold")} rows, as the learner declares, got one that {(holds ? "does" : "does not")}");
    }

    private static void Contributions(LearnerCase learner)
    {
        var form = learner.Fit(learner.Line()).Form;
        if (form is not IExplains explains)
        {
            return;
        }

        Expect.That(explains.Unexplained is null, $"expected a form that was just fitted to have contributions, found: {explains.Unexplained}");
        foreach (var check in ExplanationChecks.Of(new(form, learner.Line(300, seed: 5).Features)))
        {
            check.Run();
        }
    }

    private static void DisposeTwice(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        if (form is IDisposable disposable)
        {
            disposable.Dispose();
            disposable.Dispose();
        }

        if (learner.Learner is IDisposable)
        {
            throw new ContractException("a learner is stateless and holds nothing to dispose of");
        }
    }

    private static void Inputs(LearnerCase learner)
    {
        var data = learner.Line();
        foreach (var input in learner.Fit(data).Form.Info.Inputs)
        {
            Expect.That(data.Features.TryGet(input.Name, out var column), $"expected the form to read columns of the table, but it reads '{input.Name}'");
            Expect.That(column!.Type == input.Type, $"expected input '{input.Name}' to be of type {column.Type}, got {input.Type}");
        }
    }
}
