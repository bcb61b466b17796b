using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>Tables of odd columns, when learning and when answering.</summary>
internal static class ColumnChecks
{
    private const int Rows = 240;
    private const int Levels = 100_000;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_OneColumn_GivesSoundAnswers", learner => learner.FitsSoundly(Only(learner, "a"))),
        new("Fit_TwoRows_GivesSoundAnswers", TwoRows),
        new("Fit_AllMissingColumn_ChangesNothingOrIsRefused", AllMissing),
        new("Fit_ConstantColumn_GivesSoundAnswers", learner => learner.FitsSoundly(Added(learner, Constant(learner, "constant")))),
        new("Fit_OnlyConstantColumns_SoundOrRefused", OnlyConstant),
        new("Fit_DuplicatedColumns_GivesSoundAnswers", Duplicated),
        new("Fit_UnicodeAndEmptyNames_GivesSoundAnswers", Names),
        new("Answer_ColumnsInAnotherOrder_SameBits", OtherOrder),
        new("Answer_ExtraColumn_Ignored", Extra),
        new("Answer_MissingColumns_ErrorListsAll", Absent) { Demanded = (info, _) => !info.IsBaseline },
        new("Fit_ManyLevels_GivesSoundAnswers", ManyLevels) { Demanded = TakesCategories },
        new("Fit_LevelForEveryRow_GivesSoundAnswers", OwnLevels) { Demanded = TakesCategories, EveryTask = false },
        new("Answer_UnseenLevel_Sound", Unseen) { Demanded = TakesCategories },
        new("Answer_LevelsInAnotherOrder_SameBits", LevelOrder) { Demanded = TakesCategories },
        new("Fit_MoreRowsThanABlock_GivesSoundAnswers", TwoBlocks) { EveryTask = false, Demanded = AnswerChecks.RowsForThemselves },
    ];

    private static bool TakesCategories(LearnerInfo info, LearnerExpectations expectations) =>
        info.Takes.Contains(ColumnType.Category) && !info.IsBaseline;

    private static TrainingSet Only(LearnerCase learner, string name)
    {
        var data = learner.Line();
        return data with { Features = data.Features.Select([name]) };
    }

    private static TrainingSet Added(LearnerCase learner, Column column)
    {
        var data = learner.Line();
        return data with { Features = data.Features.With(column) };
    }

    private static Column Constant(LearnerCase learner, string name) =>
        ToyData.Column(learner.Info, name, [.. Enumerable.Repeat(0.5, Rows)]);

    private static void TwoRows(LearnerCase learner)
    {
        var data = learner.Line();
        var (low, high) = (0, 1);
        while (data.Target is { } target && target.Format(high) == target.Format(low))
        {
            high++;
        }

        learner.FitsSoundly(ToyData.Take(data, [low, high]));
    }

    private static void AllMissing(LearnerCase learner)
    {
        var column = ToyData.Column(learner.Info, "nothing", [.. Enumerable.Repeat(double.NaN, Rows)]);
        learner.FitsSoundly(Added(learner, column), mayRefuse: !learner.Info.TakesMissing && !learner.Info.IsBaseline);
    }

    private static void OnlyConstant(LearnerCase learner) =>
        learner.FitsSoundly(learner.Line() with { Features = new Table([Constant(learner, "one"), Constant(learner, "two")]) }, mayRefuse: true);

    private static void Duplicated(LearnerCase learner)
    {
        var data = learner.Line();
        learner.FitsSoundly(data with { Features = data.Features.With(data.Features["a"].Rename("a again")).With(data.Features["a"].Rename("a once more")) });
    }

    private static void Names(LearnerCase learner)
    {
        var data = learner.Line();
        var names = new[] { "", "größe μ²", "列\n\"名\"" };
        learner.FitsSoundly(data with { Features = new Table([.. data.Features.Columns.Select((column, position) => column.Rename(names[position]))]) });
    }

    private static void OtherOrder(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        Expect.SameBits(learner.Answers(form, data.Features), learner.Answers(form, data.Features.Select(["c", "a", "b"])), "columns in another order");
    }

    private static void Extra(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        var more = new Table([new TextColumn("extra", new string?[Rows]), .. data.Features.Columns]);
        Expect.SameBits(learner.Answers(form, data.Features), learner.Answers(form, more), "an extra column");
    }

    private static void Absent(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        string[] read = [.. form.Info.Inputs.Select(input => input.Name)];
        Expect.That(read.Length > 0, "expected the form to read a column");
        var refusal = Expect.Throws<DataException>(() => learner.Answers(form, data.Features.Without(read)), "columns are absent");
        Expect.Remedy(refusal.Message, [.. read.Select(name => $"'{name}'")]);
    }

    private static void ManyLevels(LearnerCase learner)
    {
        var data = learner.Line(2_000);
        string[] levels = [.. Enumerable.Range(0, Levels).Select(level => $"level {level}")];
        var random = new ToyRandom(3);
        var column = new CategoryColumn("many", levels, [.. Enumerable.Range(0, 2_000).Select(_ => random.Below(Levels))]);
        data = data with { Features = data.Features.With(column) };
        var form = learner.Fit(data, learner.Cheapest(data)).Form;
        Expect.Sound(learner.Answers(form, data.Features), learner.Task);
    }

    private static void OwnLevels(LearnerCase learner)
    {
        var data = learner.Line(Levels);
        string[] levels = [.. Enumerable.Range(0, Levels).Select(level => $"level {level}")];
        var column = new CategoryColumn("own", levels, new ToyRandom(3).Order(Levels));
        data = data with { Features = data.Features.Select(["a"]).With(column) };
        var form = learner.Fit(data, learner.Cheapest(data)).Form;
        Expect.Sound(learner.Answers(form, data.Features), learner.Task);
    }

    private static void Unseen(LearnerCase learner)
    {
        var random = new ToyRandom(4);
        var codes = Enumerable.Range(0, Rows).Select(_ => random.Below(3)).ToArray();
        var data = Added(learner, new CategoryColumn("kind", ["x", "y", "z"], codes));
        var form = learner.Fit(data).Form;
        var unseen = data.Features.With(new CategoryColumn("kind", ["never seen", "y"], [.. codes.Select(code => code % 2)]));
        Expect.Sound(learner.Answers(form, unseen), learner.Task);
        var missing = data.Features.With(new CategoryColumn("kind", ["x"], [.. codes.Select(_ => CategoryColumn.Missing)]));
        var strange = data.Features.With(new CategoryColumn("kind", ["never seen"], [.. codes.Select(_ => 0)]));
        Expect.SameBits(learner.Answers(form, missing), learner.Answers(form, strange), "an unseen level counts as missing");
    }

    private static void LevelOrder(LearnerCase learner)
    {
        var random = new ToyRandom(5);
        var codes = Enumerable.Range(0, Rows).Select(_ => random.Below(3)).ToArray();
        var data = Added(learner, new CategoryColumn("kind", ["x", "y", "z"], codes));
        var form = learner.Fit(data).Form;
        var turned = data.Features.With(new CategoryColumn("kind", ["z", "new", "y", "x"], [.. codes.Select(code => code == 0 ? 3 : code == 1 ? 2 : 0)]));
        Expect.SameBits(learner.Answers(form, data.Features), learner.Answers(form, turned), "the same levels under other codes");
    }

    private static void TwoBlocks(LearnerCase learner)
    {
        var data = learner.Line(Blocks<double>.Size + 500);
        data = data with { Features = data.Features.Select(["a"]) };
        var form = learner.Fit(data, learner.Cheapest(data)).Form;
        var answers = learner.Answers(form, data.Features);
        Expect.Sound(answers, learner.Task);
        int[] last = [.. Enumerable.Range(Blocks<double>.Size - 20, 520)];
        Expect.SameBits(answers[((Blocks<double>.Size - 20) * learner.Task.Width)..], learner.Answers(form, data.Features.Take(last)), "rows of the second block");
    }
}
