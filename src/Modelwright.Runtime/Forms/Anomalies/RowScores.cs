using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Anomalies;

/// <summary>Takes tables through a scorer in chunks.</summary>
internal sealed class RowScores
{
    private readonly FormInputs _inputs;
    private readonly IRowScorer _scorer;

    /// <summary>Checks the inputs.</summary>
    /// <exception cref="ArtifactException">An input is named twice, or is not a number.</exception>
    internal RowScores(string form, IReadOnlyList<FormInput> inputs, IRowScorer scorer)
    {
        (_inputs, _scorer) = (new(form, inputs), scorer);
        if (inputs.FirstOrDefault(input => input.Type != ColumnType.Number) is { } other)
        {
            throw new ArtifactException($"Form '{form}' reads numbers; input '{other.Name}' is not one. Turn it into numbers by a step.");
        }
    }

    /// <summary>One score a row.</summary>
    internal void Score(Table rows, Span<double> output) => Run(rows, output, 1, isScore: true);

    /// <summary>Rows x inputs.</summary>
    internal void Explain(Table rows, Span<double> output) => Run(rows, output, _inputs.All.Count, isScore: false);

    private void Run(Table rows, Span<double> output, int width, bool isScore)
    {
        var bound = _inputs.Bind(rows);
        RowChunks.CheckLength(output, rows.RowCount, width);
        using var chunk = new RowChunks(_inputs, 0, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            var values = chunk.Fill(bound, start, count);
            var part = output.Slice(start * width, count * width);
            if (isScore)
            {
                _scorer.Score(values, part);
            }
            else
            {
                _scorer.Explain(values, part);
            }
        }
    }
}
