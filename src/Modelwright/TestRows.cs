using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright;

/// <summary>Takes the rows a person named as test rows out before anyone looks at the data.</summary>
internal static class TestRows
{
    /// <summary>Parts the table of a training run.</summary>
    /// <returns>The rows to learn from and the test rows, both as they were read; null where there are no test rows.</returns>
    /// <exception cref="OptionsException">A row number is not in the table, or comes twice.</exception>
    public static (Table Training, Table? Test) Apart(Training told)
    {
        if (told.TestRows.Count == 0)
        {
            return (told.Table, told.Test);
        }

        var count = told.Table.RowCount;
        var isTest = new bool[count];
        var faults = new List<string>();
        foreach (var row in told.TestRows)
        {
            if (row < 0 || row >= count)
            {
                faults.Add($"Test row {row} is not in the data: it has rows 0 to {count - 1} (counted from 0). Check the list of test rows.");
            }
            else if (isTest[row])
            {
                faults.Add($"Test row {row} is named twice. Name each row once.");
            }
            else
            {
                isTest[row] = true;
            }
        }

        if (faults.Count > 0)
        {
            const int Most = 20;
            var more = faults.Count > Most ? $"\nand {faults.Count - Most} more." : "";
            throw new OptionsException(string.Join('\n', faults.Take(Most)) + more);
        }

        int[] training = [.. Enumerable.Range(0, count).Where(row => !isTest[row])];
        return (told.Table.Take(training), told.Table.Take([.. told.TestRows]));
    }
}
