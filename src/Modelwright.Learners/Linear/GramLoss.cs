using Modelwright.Core.Data;

namespace Modelwright.Learners.Linear;

/// <summary>Half the squared error by the products of all pairs of columns, made once: each look then costs nothing a row.</summary>
internal sealed class GramLoss : ISmoothLoss
{
    private readonly double[] _products;
    private readonly double[] _targets;
    private readonly int _columns;

    private GramLoss(double[] products, double[] targets)
    {
        (_products, _targets, _columns) = (products, targets, targets.Length);
    }

    /// <inheritdoc/>
    public int Length => _columns + 1;

    /// <inheritdoc/>
    public double Curvature => 1;

    /// <summary>Makes the products chunk by chunk, in order.</summary>
    public static GramLoss Of(Table features, Standardization standardization, LinearTarget target, CancellationToken cancellation)
    {
        var columns = standardization.Names.Length;
        var blocks = standardization.Names.Select(name => ((NumberColumn)features[name]).Values).ToArray();
        var (products, targets) = (new double[columns * columns], new double[columns]);
        var rows = target.Weights.Length;
        var chunk = new double[columns * MatrixColumn.ChunkRows];
        var weighted = new double[MatrixColumn.ChunkRows];
        for (var start = 0; start < rows; start += MatrixColumn.ChunkRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(MatrixColumn.ChunkRows, rows - start);
            Fill(blocks, standardization, start, count, chunk);
            for (var left = 0; left < columns; left++)
            {
                Weigh(chunk.AsSpan(left * count, count), target.Weights.AsSpan(start, count), weighted);
                targets[left] += Vectors.Dot(weighted.AsSpan(0, count), target.Numbers.AsSpan(start, count));
                for (var right = 0; right <= left; right++)
                {
                    products[(left * columns) + right] += Vectors.Dot(weighted.AsSpan(0, count), chunk.AsSpan(right * count, count));
                }
            }
        }

        for (var left = 0; left < columns; left++)
        {
            for (var right = 0; right < left; right++)
            {
                products[(right * columns) + left] = products[(left * columns) + right];
            }
        }

        return new(products, targets);
    }

    /// <inheritdoc/>
    /// <remarks>The target has unit spread, so its own half square is one half.</remarks>
    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var coefficients = point[.._columns];
        var intercept = point[_columns];
        var loss = (1 + (intercept * intercept)) / 2;
        for (var column = 0; column < _columns; column++)
        {
            var product = Vectors.Dot(_products.AsSpan(column * _columns, _columns), coefficients);
            gradient[column] = product - _targets[column];
            loss += coefficients[column] * ((product / 2) - _targets[column]);
        }

        gradient[_columns] = intercept;
        return loss;
    }

    private static void Fill(Blocks<double>[] blocks, Standardization standardization, int start, int count, double[] chunk)
    {
        for (var column = 0; column < blocks.Length; column++)
        {
            var values = blocks[column][start / Blocks<double>.Size].Slice(start % Blocks<double>.Size, count);
            var (center, spread) = (standardization.Centers[column], standardization.Spreads[column]);
            for (var row = 0; row < count; row++)
            {
                chunk[(column * count) + row] = (values[row] - center) / spread;
            }
        }
    }

    private static void Weigh(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double[] weighted)
    {
        for (var row = 0; row < values.Length; row++)
        {
            weighted[row] = values[row] * weights[row];
        }
    }
}
