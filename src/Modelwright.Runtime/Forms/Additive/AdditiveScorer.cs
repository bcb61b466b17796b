using System.Buffers;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>
/// Looks terms up and adds them: the intercept, shapes in the order of the inputs, then pairs. A sum beyond the range of
/// numbers is held at its end, so every score is finite.
/// </summary>
internal sealed class AdditiveScorer
{
    private readonly AdditiveTerms _terms;
    private readonly bool[] _isCategory;

    internal AdditiveScorer(string form, AdditiveTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Inputs = new(form, terms.Inputs);
        AdditiveCheck.Check(form, terms);
        _terms = terms;
        _isCategory = [.. terms.Inputs.Select(input => input.Type == ColumnType.Category)];
    }

    internal FormInputs Inputs { get; }

    internal int Outputs => _terms.Intercepts.Length;

    /// <summary>Scores rows.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs.</param>
    internal void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = _isCategory.Length;
        var bins = ArrayPool<int>.Shared.Rent(inputs);
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            Find(values.Slice(start, inputs), bins);
            for (var output = 0; output < Outputs; output++)
            {
                scores[score + output] = Sum(bins, output);
            }
        }

        ArrayPool<int>.Shared.Return(bins);
    }

    /// <summary>What each term adds to the scores of one row.</summary>
    /// <param name="row">One value an input.</param>
    /// <param name="parts">Terms x outputs; with the intercepts they add up to the scores.</param>
    internal void Explain(ReadOnlySpan<double> row, Span<double> parts)
    {
        var bins = ArrayPool<int>.Shared.Rent(_isCategory.Length);
        Find(row, bins);
        for (var output = 0; output < Outputs; output++)
        {
            for (var input = 0; input < _isCategory.Length; input++)
            {
                parts[(input * Outputs) + output] = Shape(input, bins, output);
            }

            for (var pair = 0; pair < _terms.Pairs.Count; pair++)
            {
                parts[((_isCategory.Length + pair) * Outputs) + output] = Pair(_terms.Pairs[pair], bins, output);
            }
        }

        ArrayPool<int>.Shared.Return(bins);
    }

    /// <summary>What each term adds to the scores of some rows.</summary>
    /// <param name="rows">A table with the inputs.</param>
    /// <param name="parts">Rows x terms x outputs.</param>
    internal void Explain(Table rows, Span<double> parts)
    {
        var bound = Inputs.Bind(rows);
        var width = _terms.Count * Outputs;
        RowChunks.CheckLength(parts, rows.RowCount, width);
        using var chunk = new RowChunks(Inputs, 0, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var values = chunk.Fill(bound, start, Math.Min(chunk.Rows, rows.RowCount - start));
            for (int row = start, from = 0; from < values.Length; row++, from += _isCategory.Length)
            {
                Explain(values.Slice(from, _isCategory.Length), parts.Slice(row * width, width));
            }
        }
    }

    /// <summary>What each input adds to the scores of rows: its shape, and half of each pair it is in.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="output">Rows x outputs x inputs; overwritten.</param>
    internal void Contribute(ReadOnlySpan<double> values, Span<double> output)
    {
        var inputs = _isCategory.Length;
        var bins = ArrayPool<int>.Shared.Rent(inputs);
        for (var place = 0; place < output.Length; place += inputs)
        {
            var (row, score) = (place / inputs / Outputs, place / inputs % Outputs);
            if (score == 0)
            {
                Find(values.Slice(row * inputs, inputs), bins);
            }

            var own = output.Slice(place, inputs);
            for (var input = 0; input < inputs; input++)
            {
                own[input] = Shape(input, bins, score);
            }

            foreach (var pair in _terms.Pairs)
            {
                var half = Pair(pair, bins, score) / 2;
                own[pair.First] += half;
                own[pair.Second] += half;
            }
        }

        ArrayPool<int>.Shared.Return(bins);
    }

    /// <summary>The bin of each input: 0 where it is missing.</summary>
    private void Find(ReadOnlySpan<double> row, Span<int> bins)
    {
        for (var input = 0; input < row.Length; input++)
        {
            bins[input] = _isCategory[input] ? (int)row[input] + 1 : Bin(row[input], _terms.Shapes[input].Edges);
        }
    }

    /// <summary>One more than the number of edges under the value.</summary>
    private static int Bin(double value, ReadOnlySpan<double> edges)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (edges[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low + 1;
    }

    private double Sum(ReadOnlySpan<int> bins, int output)
    {
        var sum = _terms.Intercepts[output];
        for (var input = 0; input < _isCategory.Length; input++)
        {
            sum += Shape(input, bins, output);
        }

        foreach (var pair in _terms.Pairs)
        {
            sum += Pair(pair, bins, output);
        }

        return double.IsFinite(sum) ? sum : HeldSum(bins, output);
    }

    private double HeldSum(ReadOnlySpan<int> bins, int output)
    {
        var sum = _terms.Intercepts[output];
        for (var input = 0; input < _isCategory.Length; input++)
        {
            sum = Held(sum + Shape(input, bins, output));
        }

        foreach (var pair in _terms.Pairs)
        {
            sum = Held(sum + Pair(pair, bins, output));
        }

        return sum;
    }

    private double Shape(int input, ReadOnlySpan<int> bins, int output) => _terms.Shapes[input].Values[(bins[input] * Outputs) + output];

    private double Pair(PairTerm pair, ReadOnlySpan<int> bins, int output)
    {
        var cell = (pair.FirstParts[bins[pair.First]] * pair.Columns) + pair.SecondParts[bins[pair.Second]];
        return pair.Values[(cell * Outputs) + output];
    }

    private static double Held(double value) => Math.Clamp(value, -double.MaxValue, double.MaxValue);
}
