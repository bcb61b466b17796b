using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>Values at the ends of what a number can hold, memory that is not the learner's, and targets of odd shape.</summary>
internal static class ValueChecks
{
    private const int Rows = 240;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_HugeAndTinyNumbers_GivesSoundAnswers", Extremes) { Demanded = RefusalChecks.TakesNumbers },
        new("Fit_NegativeZero_CountsAsZero", NegativeZero) { Demanded = RefusalChecks.TakesNumbers },
        new("Fit_HugeTarget_GivesSoundAnswers", HugeTarget) { Suits = task => task.IsRegression },
        new("Fit_ClassWithoutRows_GivesSoundAnswers", EmptyClass) { Suits = task => task.IsClassification },
        new("Fit_Data_StayAsTheyWere", Unchanged),
        new("Fit_ForeignBlocks_SameBits", Foreign),
        new("Answer_EmptyTable_NothingToAnswer", Empty),
    ];

    private static void Extremes(LearnerCase learner)
    {
        double[] scales = [1e300, -1e300, 1e-300, 1e-310];
        foreach (var scale in scales)
        {
            var data = learner.Line();
            var random = new ToyRandom(6);
            var column = new NumberColumn("extreme", [.. Enumerable.Range(0, Rows).Select(_ => random.Spread() * scale)]);
            learner.FitsSoundly(data with { Features = data.Features.With(column) });
        }

        var mixed = new NumberColumn("extreme", [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? 1e300 : row % 3 == 1 ? 1e-300 : -1e300)]);
        learner.FitsSoundly(learner.Line() with { Features = learner.Line().Features.With(mixed) });
    }

    private static void NegativeZero(LearnerCase learner)
    {
        var data = learner.Line();
        var positive = data.Features.With(new NumberColumn("zero", [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? 1.0 : 0.0)]));
        var negative = data.Features.With(new NumberColumn("zero", [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? 1.0 : row % 3 == 1 ? 0.0 : -0.0)]));
        var expected = learner.FitAndAnswer(data with { Features = positive }, positive);
        Expect.SameBits(expected, learner.FitAndAnswer(data with { Features = negative }, negative), "-0.0 in place of 0.0");
    }

    private static void HugeTarget(LearnerCase learner)
    {
        foreach (var scale in new[] { 1e300, 1e150, 1e-300 })
        {
            var data = learner.Line();
            var target = (NumberColumn)data.Target!;
            learner.FitsSoundly(data with { Target = new NumberColumn("target", [.. Enumerable.Range(0, Rows).Select(row => target.Values.At(row) / 20 * scale)]) });
        }
    }

    private static void EmptyClass(LearnerCase learner)
    {
        var data = learner.Line();
        var task = learner.Task with { Classes = ["never", .. learner.Task.Classes] };
        var codes = ((CategoryColumn)data.Target!).Codes;
        var target = new CategoryColumn("target", task.Classes, [.. Enumerable.Range(0, Rows).Select(row => codes.At(row) + 1)]);
        (learner with { Task = task }).FitsSoundly(data with { Target = target });
    }

    private static void Unchanged(LearnerCase learner)
    {
        var data = learner.Line() with { Weights = [.. Enumerable.Range(0, Rows).Select(row => 1.0 + (row % 3))] };
        var before = Written(data);
        learner.Fit(data);
        Expect.That(Written(data).SequenceEqual(before, StringComparer.Ordinal), "expected the table, the target and the weights to stay as they were");
    }

    private static void Foreign(LearnerCase learner)
    {
        var data = learner.Line();
        var foreign = new Table([.. data.Features.Columns.Select(Foreign)]);
        var expected = learner.FitAndAnswer(data, data.Features);
        Expect.SameBits(expected, learner.FitAndAnswer(data with { Features = foreign, Target = data.Target is { } target ? Foreign(target) : null }, foreign), "blocks that are not the framework's arrays");
    }

    private static Column Foreign(Column column) => column switch
    {
        NumberColumn numbers => new NumberColumn(column.Name, new FreshBlocks<double>(numbers.Values)),
        CategoryColumn categories => new CategoryColumn(column.Name, categories.Levels, new FreshBlocks<int>(categories.Codes)),
        TimeColumn times => new TimeColumn(column.Name, new FreshBlocks<long>(times.Values)),
        TextColumn texts => new TextColumn(column.Name, new FreshBlocks<string?>(texts.Values)),
        _ => column,
    };

    private static void Empty(LearnerCase learner)
    {
        var data = learner.Line();
        var form = learner.Fit(data).Form;
        Expect.That(learner.Answers(form, data.Features.Take([])).Length == 0, "expected no answers to no rows");
    }

    private static List<string?> Written(TrainingSet data)
    {
        List<string?> written = [.. data.Weights!.Select(weight => (string?)Expect.Text(weight))];
        foreach (var column in data.Target is { } target ? data.Features.Columns.Append(target) : data.Features.Columns)
        {
            written.AddRange(Enumerable.Range(0, column.RowCount).Select(column.Format));
        }

        return written;
    }

    /// <summary>Blocks handed out as a fresh copy each time, as mapped memory may be: nothing written to them lasts.</summary>
    private sealed class FreshBlocks<T>(Blocks<T> values) : Blocks<T>
    {
        public override int RowCount => values.RowCount;

        public override ReadOnlySpan<T> this[int block] => values[block].ToArray();
    }
}
