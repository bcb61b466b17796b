using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Wrong targets in a training run: doubted by answers that the search has anyway.</summary>
internal static class LabelStage
{
    /// <summary>The doubted rows of a run, by their rows in the table that was told.</summary>
    /// <param name="told">The run.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="rows">All rows with a target.</param>
    /// <param name="memory">Which rows of the table they were drawn from.</param>
    /// <param name="choice">The out-of-fold answers of the search.</param>
    /// <param name="sealedRows">Rows that were sealed.</param>
    /// <param name="unseen">The answers on them.</param>
    public static IReadOnlyList<SuspectRow> Find(Training told, Question question, LabelledRows rows, MemoryShare memory, Choice choice, int[] sealedRows, UnseenAnswers unseen)
    {
        var outcome = choice.Outcome;
        int[] covered = Array.ConvertAll(outcome.Partition.Covered, row => choice.Places?[row] ?? row);
        var answers = new double[outcome.Members[0].Trial.Predictions.Length];
        foreach (var (trial, weight) in outcome.Members)
        {
            for (var place = 0; place < answers.Length; place++)
            {
                answers[place] += weight * trial.Predictions[place];
            }
        }

        var isSealed = sealedRows.Length > 0;
        int[] answered = isSealed ? [.. covered, .. sealedRows] : covered;
        double[] all = isSealed ? [.. answers, .. unseen.Predictions] : answers;
        if (answered.Length == 0)
        {
            return [];
        }

        var numbers = new Lazy<int[]>(() => RowsOfTable(told, question, memory));
        return LabelSearch.In(rows.Target!.Take(answered), all, place => numbers.Value[answered[place]]);
    }

    // The same draws as when the rows were taken: test rows apart, a sample for memory, rows without a target.
    private static int[] RowsOfTable(Training told, Question question, MemoryShare memory)
    {
        var isTest = told.TestRows.ToHashSet();
        int[] training = [.. Enumerable.Range(0, told.Table.RowCount).Where(row => !isTest.Contains(row))];
        int[] kept = memory.LeftOut == 0 ? training : Array.ConvertAll(RowSample.Draw(training.Length, memory.Rows.RowCount, told.Seed), place => training[place]);
        var spec = question.Schema.Target!;
        var target = Admission.Admit(memory.Rows.Select([spec.Name]), new Schema([spec]), needsTarget: true).Table[spec.Name];
        int[] known = [.. Enumerable.Range(0, kept.Length).Where(row => !target.IsMissing(row))];
        int[] taken = known.Length == kept.Length || known.Length <= memory.CopiedRows ? known : Array.ConvertAll(RowSample.Draw(known.Length, memory.CopiedRows, question.Plan.Seed), place => known[place]);
        return Array.ConvertAll(taken, place => kept[place]);
    }
}
