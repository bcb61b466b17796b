using Modelwright.Core.Data;

namespace Modelwright.Learners.Linear;

/// <summary>A column read where it lies, without a copy.</summary>
internal sealed class DenseColumn(Blocks<double> values) : MatrixColumn
{
    private const int ChunksInBlock = Blocks<double>.Size / ChunkRows;

    /// <inheritdoc/>
    public override void AddTo(int chunk, double factor, Span<double> sums) => Vectors.AddScaled(Values(chunk, sums.Length), factor, sums);

    /// <inheritdoc/>
    public override double Dot(int chunk, ReadOnlySpan<double> others) => Vectors.Dot(Values(chunk, others.Length), others);

    private ReadOnlySpan<double> Values(int chunk, int count) =>
        values[chunk / ChunksInBlock].Slice(chunk % ChunksInBlock * ChunkRows, count);
}
