using Modelwright.Core.Data;

namespace Modelwright.Learners.Linear;

/// <summary>One column as the optimiser reads it, a chunk of rows at a time; values stand relative to <see cref="Offset"/>.</summary>
internal abstract class MatrixColumn
{
    /// <summary>Rows in a chunk; divides a block, so that a chunk lies in one.</summary>
    public const int ChunkRows = 1024;

    /// <summary>A column is held by its exceptions where this share of its rows has one value.</summary>
    private const double SparseShare = 0.75;

    /// <summary>What was taken away from every value.</summary>
    public double Offset { get; protected init; }

    /// <summary>Picks the representation.</summary>
    public static MatrixColumn Of(Blocks<double> values)
    {
        var (common, share) = Commonest(values);
        return share >= SparseShare ? new SparseColumn(values, common) : new DenseColumn(values);
    }

    /// <summary>Adds a multiple of a chunk's values to sums, one a row.</summary>
    public abstract void AddTo(int chunk, double factor, Span<double> sums);

    /// <summary>The sum of a chunk's values times others.</summary>
    public abstract double Dot(int chunk, ReadOnlySpan<double> others);

    /// <summary>The value held by most rows, as far as a sample shows, and the share of rows that hold it.</summary>
    private static (double Value, double Share) Commonest(Blocks<double> values)
    {
        const int Sample = 101;
        var sample = new double[Math.Min(Sample, values.RowCount)];
        for (var draw = 0; draw < sample.Length; draw++)
        {
            sample[draw] = values.At((int)((long)draw * values.RowCount / sample.Length));
        }

        // A value of more than half of the rows is the median of nearly every sample.
        Array.Sort(sample);
        var common = sample[sample.Length / 2];
        var count = 0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                count += value == common ? 1 : 0;
            }
        }

        return (common, count / (double)values.RowCount);
    }
}
