using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>Asks a form of numbers by a table: its inputs are found by name and brought side by side, chunk by chunk.</summary>
internal static class ValueRows
{
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    internal static void Answer(IAnswersValues form, Table rows, Span<double> output, int answers)
    {
        var bound = form.Inputs.Bind(rows);
        RowChunks.CheckLength(output, rows.RowCount, answers);
        using var chunk = new RowChunks(form.Inputs, 0, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            form.Answer(chunk.Fill(bound, start, count), output.Slice(start * answers, count * answers));
        }
    }
}
