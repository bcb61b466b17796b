using Modelwright.Core.Data;
using Modelwright.Explain;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>
/// The table that 'explain' writes: 'row', 'prediction', and for each output 'base' and a column 'contribution:COLUMN'; for more than two
/// classes 'base:CLASS' and 'contribution:CLASS:COLUMN'. Base and contributions of a row add up to its answer.
/// </summary>
internal static class ContributionTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="explained">The rows.</param>
    /// <param name="first">The number of the first row, from 1.</param>
    public static Table Of(Explanations explained, int first)
    {
        var rows = explained.Predictions.RowCount;
        List<Column> columns =
        [
            new NumberColumn("row", [.. Enumerable.Range(first, rows).Select(row => (double)row)]),
            PredictionTable.Answers(explained.Predictions),
        ];
        for (var output = 0; output < explained.Outputs.Count; output++)
        {
            var name = explained.Outputs.Count > 1 ? $":{explained.Outputs[output]}" : "";
            columns.Add(new NumberColumn($"base{name}", [.. Enumerable.Repeat(explained.Base[output], rows)]));
            if (explained.Predictions.Classes.Count > 0)
            {
                columns.Add(new NumberColumn($"probability:{explained.Outputs[output]}", [.. Enumerable.Range(0, rows).Select(row => explained.Answer(row, output))]));
            }

            for (var column = 0; column < explained.Columns.Count; column++)
            {
                columns.Add(new NumberColumn($"contribution{name}:{explained.Columns[column]}", Contributions(explained, output, column)));
            }
        }

        return new(columns, rows);
    }

    private static double[] Contributions(Explanations explained, int output, int column)
    {
        var values = new double[explained.Predictions.RowCount];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = explained.Of(row, output)[column];
        }

        return values;
    }
}
