using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms;

/// <summary>Explains rows chunk by chunk, for forms whose scores are sums over their inputs.</summary>
internal static class ChunkedExplanation
{
    /// <summary>What each input adds to the scores of rows.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="output">Rows x scores x inputs; overwritten.</param>
    internal delegate void Contribute(ReadOnlySpan<double> values, Span<double> output);

    /// <summary>Fills the contributions to scores or, where there are answers to convert them for, to answers.</summary>
    /// <param name="inputs">The inputs of the form.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="scores">Scores a row.</param>
    /// <param name="answers">Turns contributions to scores into those to answers; null leaves them.</param>
    /// <param name="width">Numbers a row of the output.</param>
    /// <param name="output">Rows x width.</param>
    /// <param name="contribute">The form's own sums.</param>
    /// <exception cref="ArgumentException">The output has room for another number of values.</exception>
    internal static void Fill(FormInputs inputs, Table rows, int scores, AnswerContributions? answers, int width, Span<double> output, Contribute contribute)
    {
        var bound = inputs.Bind(rows);
        var own = scores * inputs.All.Count;
        RowChunks.CheckLength(output, rows.RowCount, width);
        using var chunk = new RowChunks(inputs, answers is null ? 0 : own, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            var found = output.Slice(start * width, count * width);
            var sums = answers is null ? found : chunk.Scores(count, own);
            contribute(chunk.Fill(bound, start, count), sums);
            answers?.Fill(sums, found);
        }
    }
}
