using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Testing.Forms;

/// <summary>A form that reads in order answers by what came before, whatever comes after, in whatever pieces and on however many threads. Its rows have different times.</summary>
internal static class InOrderChecks
{
    private static readonly int[] ThreadCounts = [2, 4];

    internal static IEnumerable<ContractCheck> Of(IForm form, IReadsInOrder ordered, Table rows)
    {
        var name = form.Info.Name;
        return
        [
            ContractCheck.Of("Form", name, "AnswerInOrder_WithoutTheLaterRows_SameBits", () => WithoutLater(form, ordered, rows)),
            ContractCheck.Of("Form", name, "AnswerInOrder_AnyThreads_SameBitsAndTexts", () => AnyThreads(ordered, rows)),
            ContractCheck.Of("Form", name, "AnswerNext_ReadingByReading_SameBitsAsTogether", () => ReadingByReading(form, ordered, rows)),
            ContractCheck.Of("Form", name, "AnswerInOrder_Cancelled_Ends", () => Cancelled(ordered, rows)),
        ];
    }

    private static void WithoutLater(IForm form, IReadsInOrder ordered, Table rows)
    {
        var (all, width) = (FormAnswers.Of(form, rows), ordered.Answers.Count);
        int[] inTime = InTime(ordered, rows);
        foreach (var share in new[] { 0.25, 0.5, 0.9 })
        {
            int[] first = inTime[..(int)(share * inTime.Length)];
            double[] expected = [.. first.SelectMany(row => all[(row * width)..((row + 1) * width)])];
            FormAnswers.ExpectSame(expected, FormAnswers.Of(form, rows.Take(first)), $"the first {first.Length} rows alone");
        }
    }

    private static void AnyThreads(IReadsInOrder ordered, Table rows)
    {
        var one = ordered.AnswerInOrder(rows, 1, CancellationToken.None);
        foreach (var threads in ThreadCounts)
        {
            var found = ordered.AnswerInOrder(rows, threads, CancellationToken.None);
            FormAnswers.ExpectSame(one.Numbers, found.Numbers, $"on {threads} threads");
            FormAnswers.Expect(one.Texts.SequenceEqual(found.Texts) && one.Notes.SequenceEqual(found.Notes), $"expected the same texts on {threads} threads, found others");
        }
    }

    private static void ReadingByReading(IForm form, IReadsInOrder ordered, Table rows)
    {
        var (all, width) = (FormAnswers.Of(form, rows), ordered.Answers.Count);
        var states = new Dictionary<string, IStreamState>(StringComparer.Ordinal);
        var output = new double[width];
        foreach (var row in InTime(ordered, rows))
        {
            var series = ordered.SeriesName is { } name ? rows[name].Format(row) : null;
            if (!states.TryGetValue(series ?? "\0", out var state))
            {
                states[series ?? "\0"] = state = ordered.Begin(series);
            }

            ordered.AnswerNext(state, rows.Take([row]), output);
            FormAnswers.ExpectSame(all.AsSpan(row * width, width), output, $"row {row} read by itself");
        }
    }

    private static void Cancelled(IReadsInOrder ordered, Table rows)
    {
        try
        {
            ordered.AnswerInOrder(rows, 2, new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ContractException("expected a cancelled call to end, found answers.");
    }

    private static int[] InTime(IReadsInOrder ordered, Table rows) =>
        [.. Enumerable.Range(0, rows.RowCount).OrderBy(row => ((TimeColumn)rows[ordered.TimeName]).Values.At(row))];
}
