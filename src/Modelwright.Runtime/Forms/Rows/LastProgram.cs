using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Pipelines;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>The program of a pipeline for the kind of table it was last asked with: rows asked one at a time are all of one kind.</summary>
/// <remarks>Safe from any thread.</remarks>
internal sealed class LastProgram(SteppedForm pipeline)
{
    private Bound? _last;

    /// <summary>Answers rows without tables between the steps, where that is possible.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="output">Rows x outputs.</param>
    /// <param name="outputs">Answers a row.</param>
    /// <returns>False where the rows must go step by step.</returns>
    internal bool TryAnswer(Table rows, Span<double> output, int outputs)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.RowCount == 0)
        {
            return false;
        }

        RowChunks.CheckLength(output, rows.RowCount, outputs);
        var last = Volatile.Read(ref _last);
        if (last is null || (last.Program is { } bound ? !bound.Fits(rows) : last.Columns != rows.Columns.Count))
        {
            last = new(RowProgram.Of(pipeline, rows), rows.Columns.Count);
            Volatile.Write(ref _last, last);
        }

        last.Program?.Answer(rows, output);
        return last.Program is not null;
    }

    /// <param name="Program">Null where the pipeline has none.</param>
    /// <param name="Columns">Columns of the table.</param>
    private sealed record Bound(RowProgram? Program, int Columns);
}
