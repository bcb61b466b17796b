using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Testing.Forms;

/// <summary>A row's answer is finite and depends on that row alone; that of a form which reads in order, on the rows of its series before it.</summary>
internal static class AnswerChecks
{
    private const int Rounds = 40;
    private const int MostAtOnce = 67;

    /// <summary>Rounding of a sum of a few shares.</summary>
    private const double SumTolerance = 1e-9;

    internal static IEnumerable<ContractCheck> Of(FormSample sample)
    {
        var (form, rows) = sample;
        var name = form.Info.Name;
        yield return ContractCheck.Of("Form", name, "Predict_Answers_AreFiniteAndSharesSumToOne", () => AreSound(form, FormAnswers.Of(form, rows)));
        yield return ContractCheck.Of("Form", name, "Predict_RowsInOtherOrder_SameBits", () => Reversed(form, rows));
        foreach (var check in form is IReadsInOrder ordered ? InOrderChecks.Of(form, ordered, rows) : RowByRow(form, rows))
        {
            yield return check;
        }

        yield return ContractCheck.Of("Form", name, "Predict_NoRows_NoAnswers", () => FormAnswers.Of(form, rows.Take([])));
        yield return ContractCheck.Of("Form", name, "Predict_ColumnsInOtherOrderAndMore_SameBits", () =>
            FormAnswers.ExpectSame(FormAnswers.Of(form, rows), FormAnswers.Of(form, new([new TextColumn("\u200bextra", new string?[rows.RowCount]), .. rows.Columns.Reverse()], rows.RowCount)), "with columns in another order"));
        yield return ContractCheck.Of("Form", name, "Predict_FromManyThreads_SameBits", () => FromThreads(form, rows));
        yield return ContractCheck.Of("Form", name, "Predict_ColumnsAbsent_SaysAll", () => Absent(form, rows));
        yield return ContractCheck.Of("Form", name, "Predict_OutputOfOtherLength_IsRefused", () => OtherLength(form, rows));
    }

    private static IEnumerable<ContractCheck> RowByRow(IForm form, Table rows) =>
    [
        ContractCheck.Of("Form", form.Info.Name, "Predict_OneByOne_SameBitsAsTogether", () => OneByOne(form, rows)),
        ContractCheck.Of("Form", form.Info.Name, "Predict_ManyTimesTheRows_SameBits", () => Repeated(form, rows)),
        ContractCheck.Of("Form", form.Info.Name, "Predict_AnyNumberOfRows_SameBits", () => AnyNumber(form, rows)),
    ];

    private static void AreSound(IForm form, double[] answers)
    {
        FormAnswers.Expect(answers.All(double.IsFinite), $"expected finite answers, found {Array.Find(answers, answer => !double.IsFinite(answer))}");
        if (form is not IPredictsClasses classes)
        {
            return;
        }

        foreach (var shares in answers.Chunk(classes.Classes.Count))
        {
            FormAnswers.Expect(shares.All(share => share is >= 0 and <= 1) && Math.Abs(shares.Sum() - 1) < SumTolerance, $"expected the probabilities of a row within 0 and 1 and of sum 1, found {string.Join(", ", shares)}");
        }
    }

    private static void OneByOne(IForm form, Table rows)
    {
        var together = FormAnswers.Of(form, rows);
        var width = FormAnswers.Width(form);
        for (var row = 0; row < rows.RowCount; row++)
        {
            FormAnswers.ExpectSame(together.AsSpan(row * width, width), FormAnswers.Of(form, rows.Take([row])), $"row {row} asked alone");
        }
    }

    private static void Reversed(IForm form, Table rows)
    {
        int[] order = [.. Enumerable.Range(0, rows.RowCount).Reverse()];
        var expected = FormAnswers.Of(form, rows).Chunk(FormAnswers.Width(form)).Reverse().SelectMany(row => row).ToArray();
        FormAnswers.ExpectSame(expected, FormAnswers.Of(form, rows.Take(order)), "in reverse order");
    }

    /// <summary>Enough rows to need several chunks, so that no answer depends on where a chunk begins.</summary>
    private static void Repeated(IForm form, Table rows)
    {
        int[] order = [.. Enumerable.Range(0, Rounds).SelectMany(_ => Enumerable.Range(0, rows.RowCount))];
        var once = FormAnswers.Of(form, rows);
        double[] expected = [.. Enumerable.Range(0, Rounds).SelectMany(_ => once)];
        FormAnswers.ExpectSame(expected, FormAnswers.Of(form, rows.Take(order)), "repeated");
    }

    /// <summary>Every remainder of every width at which a loop may take several rows at once.</summary>
    private static void AnyNumber(IForm form, Table rows)
    {
        var once = FormAnswers.Of(form, rows);
        var width = FormAnswers.Width(form);
        for (var count = 1; count <= MostAtOnce; count++)
        {
            int[] taken = [.. Enumerable.Range(0, count).Select(row => row % rows.RowCount)];
            double[] expected = [.. taken.SelectMany(row => once[(row * width)..((row + 1) * width)])];
            FormAnswers.ExpectSame(expected, FormAnswers.Of(form, rows.Take(taken)), $"{count} rows at once");
        }
    }

    private static void FromThreads(IForm form, Table rows)
    {
        var expected = FormAnswers.Of(form, rows);
        EightThreads.Run(_ =>
        {
            for (var round = 0; round < 4; round++)
            {
                FormAnswers.ExpectSame(expected, FormAnswers.Of(form, rows), "asked from eight threads");
            }
        });
    }

    private static void Absent(IForm form, Table rows)
    {
        if (form.Info.Inputs.Count == 0)
        {
            return;
        }

        try
        {
            FormAnswers.Of(form, new([], rows.RowCount));
        }
        catch (DataException error)
        {
            var unnamed = form.Info.Inputs.FirstOrDefault(input => !error.Message.Contains($"'{input.Name}'", StringComparison.Ordinal));
            FormAnswers.Expect(unnamed is null || form.Info.Name.EndsWith("_pipeline", StringComparison.Ordinal) || form.Info.Name.EndsWith("_blend", StringComparison.Ordinal), $"expected the error to name absent column '{unnamed?.Name}', found: {error.Message}");
            return;
        }

        throw new ContractException("expected DataException for rows without its columns, found answers.");
    }

    private static void OtherLength(IForm form, Table rows)
    {
        var output = new double[(rows.RowCount * FormAnswers.Width(form)) + 1];
        try
        {
            switch (form)
            {
                case IPredictsClasses classes:
                    classes.PredictProbabilities(rows, output);
                    break;
                case IPredictsNumbers numbers:
                    numbers.Predict(rows, output);
                    break;
                case IAnswersColumns columns:
                    columns.Answer(rows, output);
                    break;
            }
        }
        catch (ArgumentException)
        {
            return;
        }

        throw new ContractException("expected ArgumentException for an output of the wrong length, found it filled.");
    }
}
