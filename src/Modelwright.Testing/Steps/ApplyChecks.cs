using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Testing.Steps;

/// <summary>What a fitted step makes of rows.</summary>
internal static class ApplyChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Apply_AnyRows_DoesNotChangeTheStep", DoesNotChange),
        ("Apply_RowByRow_EqualsAtOnce", RowByRow),
        ("Apply_MoreThanOneBlock_EqualsItsRows", Blocks),
        ("Apply_AllMissing_EveryRowAlike", AllMissing),
        ("Apply_NoRows_SameColumns", NoRows),
        ("Apply_LevelsInAnotherOrder_SameOutcome", OtherCodes),
        ("Apply_ColumnsInAnotherOrder_FoundByName", OtherOrder),
        ("Apply_ColumnsAbsent_ListsAll", Absent),
        ("Apply_OtherTypes_Refused", OtherTypes),
        ("Apply_Twice_ChangesNothingWhereIdempotent", Idempotent),
        ("Apply_EightThreads_SameBits", Threads),
    ];

    private static void DoesNotChange(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        var before = step.Save(fitted).Lines;
        var first = fitted.Apply(StepToy.Training());
        fitted.Apply(StepToy.Unseen());
        fitted.Apply(StepToy.AllMissing(3));
        StepCase.Expect(before.SequenceEqual(step.Save(fitted).Lines), "expected the state to stay as it was when applied, found another");
        StepCase.ExpectSame(first, fitted.Apply(StepToy.Training()), "expected the same bits when applied again");
    }

    private static void RowByRow(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        foreach (var rows in (Table[])[StepToy.Training(), StepToy.Unseen()])
        {
            var atOnce = fitted.Apply(rows);
            for (var row = 0; row < rows.RowCount; row++)
            {
                StepCase.ExpectSame(atOnce.Take([row]), fitted.Apply(rows.Take([row])), $"expected row {row} alone to give what it gives among others");
            }
        }
    }

    private static void Blocks(StepCase step)
    {
        var rows = new int[Blocks<double>.Size + 50];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row % StepToy.Rows;
        }

        var few = StepToy.Training();
        var fitted = step.Fit(few).Step;
        StepCase.ExpectSame(fitted.Apply(few).Take(rows), fitted.Apply(few.Take(rows)), "expected rows beyond the first block to be treated alike");
    }

    private static void AllMissing(StepCase step)
    {
        var made = step.Fit(StepToy.Training()).Step.Apply(StepToy.AllMissing(3));
        StepCase.ExpectSame(made.Take([0, 0, 0]), made, "expected rows without any value to be alike");
    }

    private static void NoRows(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        var made = fitted.Apply(StepToy.Training().Take([]));
        StepCase.ExpectSame(fitted.Apply(StepToy.Training()).Take([]), made, "expected no rows to give no rows of the same columns");
    }

    private static void OtherCodes(StepCase step)
    {
        var rows = StepToy.Training();
        var recoded = new Table([.. rows.Columns.Select(column => column is CategoryColumn category ? Reversed(category) : column)]);
        var fitted = step.Fit(rows).Step;
        foreach (var feature in fitted.Outputs)
        {
            StepCase.ExpectSame(
                fitted.Apply(rows).Select([feature.Name]), fitted.Apply(recoded).Select([feature.Name]), "expected a level to count by its text, not its code");
        }
    }

    private static CategoryColumn Reversed(CategoryColumn column)
    {
        var codes = new int[column.RowCount];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = column.Codes.At(row);
            codes[row] = code < 0 ? code : column.Levels.Count - 1 - code;
        }

        return new(column.Name, [.. column.Levels.Reverse()], codes);
    }

    private static void OtherOrder(StepCase step)
    {
        var rows = StepToy.Training();
        var fitted = step.Fit(rows).Step;
        var made = fitted.Apply(new([.. rows.Columns.Reverse(), new NumberColumn("one more", new double[rows.RowCount])]));
        StepCase.ExpectSame(fitted.Apply(rows), made.Select([.. fitted.Apply(rows).Names]), "expected the order of columns not to matter");
        StepCase.Expect(made.TryGet("one more", out _), "expected a column it does not read to be passed on, found it lost");
    }

    private static void Absent(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        var text = Refusal(() => fitted.Apply(StepToy.Training().Without(fitted.Inputs)), "rows without the columns it reads");
        foreach (var input in fitted.Inputs)
        {
            StepCase.Expect(text.Contains($"'{input}'", StringComparison.Ordinal), $"expected the error to name '{input}', found: {text}");
        }
    }

    private static void OtherTypes(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        foreach (var input in fitted.Inputs)
        {
            Column other = fitted.InputType(input) == ColumnType.Number
                ? new TextColumn(input, new string?[StepToy.Rows])
                : new NumberColumn(input, new double[StepToy.Rows]);
            var text = Refusal(() => fitted.Apply(StepToy.Training().With(other)), $"column '{input}' of another type");
            StepCase.Expect(text.Contains($"'{input}'", StringComparison.Ordinal), $"expected the error to name '{input}', found: {text}");
        }
    }

    private static string Refusal(Action action, string what)
    {
        try
        {
            action();
        }
        catch (DataException error)
        {
            return error.Message;
        }

        throw new ContractException($"expected a DataException for {what}, found no error");
    }

    private static void Idempotent(StepCase step)
    {
        if (!step.Sample.IsIdempotent)
        {
            return;
        }

        var fitted = step.Fit(StepToy.Training()).Step;
        foreach (var rows in (Table[])[StepToy.Training(), StepToy.Unseen(), StepToy.AllMissing(2)])
        {
            var once = fitted.Apply(rows);
            StepCase.ExpectSame(once, fitted.Apply(once), "expected applying twice to equal applying once");
        }
    }

    private static void Threads(StepCase step)
    {
        var rows = StepToy.Training();
        var fitted = step.Fit(rows).Step;
        var expected = fitted.Apply(rows);
        var differences = new string?[8];
        EightThreads.Run(thread => differences[thread] = TableBits.Difference(expected, fitted.Apply(thread % 2 == 0 ? rows : StepToy.Training())));
        foreach (var difference in differences)
        {
            StepCase.Expect(difference is null, $"expected the same bits from eight threads at once, but {difference}");
        }
    }
}
