using Modelwright.Core.Data;

namespace Modelwright.Testing.Steps;

/// <summary>What a step may learn, and from which rows.</summary>
internal static class FitChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Fit_MarkerInTheTestPart_NeverShows", MarkerNeverShows),
        ("Fit_Again_SameBits", FitAgain),
        ("Fit_AnyRows_LeavesThemAsTheyWere", LeavesRows),
        ("Fit_WeightsOfOne_AsNone", WeightsOfOne),
        ("Fit_OwnAnswerChanged_OwnRowTheSame", OwnAnswer),
        ("Fit_TrainingRows_AsAppliedUnlessOutOfFold", TrainingAsApplied),
        ("Fit_NoRows_HasAnOutcome", step => FitAndApply(step, StepToy.Training().Take([]))),
        ("Fit_OneRow_HasAnOutcome", step => FitAndApply(step, StepToy.Training().Take([0]))),
        ("Fit_AllMissing_HasAnOutcome", step => FitAndApply(step, StepToy.AllMissing(5))),
        ("Fit_NumbersAtTheEndsOfTheirRange_NoInfinity", Extremes),
        ("Fit_Cancelled_Ends", Cancelled),
        ("Fit_TurkishAndGermanCulture_SameBits", Cultures),
    ];

    private static void MarkerNeverShows(StepCase step)
    {
        var marked = step.Save(step.Fit(StepToy.TrainingOfMarked()).Step);
        StepCase.Expect(!marked.Lines.Any(line => line.Contains(StepToy.Marker, StringComparison.Ordinal)), "expected a state of training rows alone, found the marker of rows outside training");
        StepCase.Expect(marked.Lines.SequenceEqual(step.Save(step.Fit(StepToy.Training()).Step).Lines), "expected the state of training rows alone, found that rows outside training change it");
    }

    private static void FitAgain(StepCase step)
    {
        var (first, again) = (step.Fit(StepToy.Training()), step.Fit(StepToy.Training()));
        StepCase.Expect(step.Save(first.Step).Lines.SequenceEqual(step.Save(again.Step).Lines), "expected two fits of the same rows to have one state, found two");
        StepCase.ExpectSame(first.Training, again.Training, "expected two fits of the same rows to give the same training rows");
    }

    private static void LeavesRows(StepCase step)
    {
        var rows = StepToy.Training();
        step.Fit(rows);
        StepCase.ExpectSame(StepToy.Training(), rows, "expected fitting not to change its rows");
    }

    private static void WeightsOfOne(StepCase step)
    {
        var (none, ones) = (step.Fit(StepToy.Training()), step.Fit(StepToy.Training(), [.. Enumerable.Repeat(1.0, StepToy.Rows)]));
        StepCase.Expect(step.Save(none.Step).Lines.SequenceEqual(step.Save(ones.Step).Lines), "expected weights of one to learn what no weights do, found another state");
        StepCase.ExpectSame(none.Training, ones.Training, "expected weights of one to give the training rows that no weights do");
    }

    private static void OwnAnswer(StepCase step)
    {
        const int Row = 17;
        var rows = StepToy.Training();
        var target = step.Target(rows);
        Column other = target is NumberColumn numbers
            ? new NumberColumn("target", Changed(numbers.Values, Row, value => value + 1000))
            : new CategoryColumn("target", ((CategoryColumn)target).Levels, Changed(((CategoryColumn)target).Codes, Row, code => code == 0 ? 1 : 0));
        StepCase.ExpectSame(
            step.Fit(rows, target).Training.Take([Row]),
            step.Fit(rows, other).Training.Take([Row]),
            "expected a training row not to see its own answer");
    }

    private static T[] Changed<T>(Blocks<T> values, int row, Func<T, T> change)
    {
        var all = new T[values.RowCount];
        values.CopyTo(all);
        all[row] = change(all[row]);
        return all;
    }

    private static void TrainingAsApplied(StepCase step)
    {
        var rows = StepToy.Training();
        var fit = step.Fit(rows);
        var applied = fit.Step.Apply(rows);
        StepCase.Expect(fit.Training.Names.SequenceEqual(applied.Names), $"expected training rows of the columns {string.Join(", ", applied.Names)}, found {string.Join(", ", fit.Training.Names)}");
        if (!step.Sample.IsOutOfFold)
        {
            StepCase.ExpectSame(applied, fit.Training, "expected training rows as applied");
        }
        else
        {
            StepCase.Expect(TableBits.Difference(applied, fit.Training) is not null, "expected training rows encoded out of fold, found them as applied");
        }
    }

    private static void FitAndApply(StepCase step, Table rows)
    {
        var fit = step.Fit(rows);
        StepCase.Expect(fit.Training.RowCount == rows.RowCount, $"expected {rows.RowCount} training rows, found {fit.Training.RowCount}");
        StepCase.Expect(fit.Step.Apply(StepToy.Training()).RowCount == StepToy.Rows, $"expected {StepToy.Rows} rows, found another number");
    }

    private static void Extremes(StepCase step)
    {
        var rows = StepToy.Extremes();
        foreach (var column in step.Fit(rows).Step.Apply(rows).Columns.OfType<NumberColumn>())
        {
            for (var row = 0; row < column.RowCount; row++)
            {
                StepCase.Expect(!double.IsInfinity(column.Values.At(row)), $"expected finite numbers to stay finite in column '{column.Name}', found {column.Values.At(row)}");
            }
        }
    }

    private static void Cancelled(StepCase step)
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        try
        {
            step.Fit(StepToy.Training(), cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ContractException("expected OperationCanceledException from a cancelled fit, found that it went on to its end");
    }

    private static void Cultures(StepCase step)
    {
        var plain = step.Fit(StepToy.Training());
        OtherCultures.Run(culture =>
        {
            var fit = step.Fit(StepToy.Training());
            StepCase.Expect(step.Save(plain.Step).Lines.SequenceEqual(step.Save(fit.Step).Lines), $"expected culture {culture} to change nothing, found another state");
            StepCase.ExpectSame(plain.Step.Apply(StepToy.Unseen()), fit.Step.Apply(StepToy.Unseen()), $"expected culture {culture} to change nothing");
        });
    }
}
