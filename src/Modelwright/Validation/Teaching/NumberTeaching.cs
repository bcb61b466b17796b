using Modelwright.Core.Data;

namespace Modelwright.Validation.Teaching;

/// <summary>Rows taught by numbers: a copy of each row whose target is what the teacher answered.</summary>
internal static class NumberTeaching
{
    /// <summary>Makes the copies.</summary>
    /// <param name="rows">Rows with their target.</param>
    /// <param name="answers">A number for each row.</param>
    /// <param name="share">What the teacher counts beside the truth, from 0 to 1.</param>
    public static TaughtRows Of(LabelledRows rows, double[] answers, double share)
    {
        var count = rows.Table.RowCount;
        var values = new double[2 * count];
        ((NumberColumn)rows.Target!).Values.CopyTo(values.AsSpan(0, count));
        for (var row = 0; row < count; row++)
        {
            values[count + row] = (share * answers[row]) + ((1 - share) * values[row]);
        }

        var shares = new double[count];
        Array.Fill(shares, 1);
        return TaughtRows.Of(rows, [.. Enumerable.Range(0, count)], new NumberColumn(rows.Target!.Name, values), shares);
    }
}
