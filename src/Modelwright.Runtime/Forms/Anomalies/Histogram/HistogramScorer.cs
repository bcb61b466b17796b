namespace Modelwright.Runtime.Forms.Anomalies.Histogram;

/// <summary>Adds up how rare the cells of a row's values are.</summary>
internal sealed class HistogramScorer(CellRows histograms) : IRowScorer
{
    private readonly CellRow[] _rows = [.. histograms.Rows];

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            var sum = 0.0;
            for (var input = 0; input < _rows.Length; input++)
            {
                sum += _rows[input].At(values[(row * _rows.Length) + input]);
            }

            scores[row] = sum;
        }
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<double> values, Span<double> parts)
    {
        for (var place = 0; place < parts.Length; place++)
        {
            parts[place] = _rows[place % _rows.Length].At(values[place]);
        }
    }
}
