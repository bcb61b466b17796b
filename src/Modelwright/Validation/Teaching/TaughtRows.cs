using Modelwright.Core.Data;

namespace Modelwright.Validation.Teaching;

/// <summary>
/// Rows as they are, and after them copies whose target is what another model answered: what a student learns from and what it
/// is judged by, in one table. A learner needs to know nothing of it: a probability is the weight of a copy of that class.
/// </summary>
/// <param name="Rows">The rows, then the copies, row by row; every one has a weight.</param>
/// <param name="First">The first copy of each row, and the end.</param>
/// <remarks>Sources: Bucila, Caruana and Niculescu-Mizil 2006, "Model compression"; Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural network".</remarks>
internal sealed record TaughtRows(LabelledRows Rows, int[] First)
{
    /// <summary>All copies, without the rows themselves.</summary>
    public LabelledRows Copies => Rows.Take([.. Enumerable.Range(First[0], First[^1] - First[0])]);

    /// <summary>Where the copies of some rows stand.</summary>
    public int[] CopiesOf(int[] rows)
    {
        var copies = new int[rows.Sum(row => First[row + 1] - First[row])];
        var place = 0;
        foreach (var row in rows)
        {
            for (var copy = First[row]; copy < First[row + 1]; copy++)
            {
                copies[place++] = copy;
            }
        }

        return copies;
    }

    /// <summary>Puts rows and copies together.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="origins">The row that each copy is of, ascending, each at least once.</param>
    /// <param name="target">The target of rows and copies.</param>
    /// <param name="shares">What each copy counts of its row's weight.</param>
    public static TaughtRows Of(LabelledRows rows, int[] origins, Column target, double[] shares)
    {
        var count = rows.Table.RowCount;
        int[] all = [.. Enumerable.Range(0, count), .. origins];
        var first = new int[count + 1];
        first[count] = all.Length;
        for (var copy = origins.Length - 1; copy >= 0; copy--)
        {
            first[origins[copy]] = count + copy;
        }

        double[] weights = [.. Enumerable.Range(0, count).Select(row => rows.Weights?[row] ?? 1), .. origins.Select((row, copy) => shares[copy] * (rows.Weights?[row] ?? 1))];
        var table = rows.Table.Take(all);
        return new(rows with { Table = table.With(target), Target = target, Weights = weights }, first);
    }
}
