using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>
/// The Gaussian kernel. Points stand in tiles of four, axis by axis, so that a vector holds one axis of four points: each
/// distance is summed on its own, axis after axis, and has the same bits whatever the width of the machine's vectors.
/// </summary>
internal sealed class PointScorer : ExpansionScorer
{
    private const int Tile = 4;
    private readonly double[] _tiles;
    private readonly int _axes;
    private readonly double _gamma;

    internal PointScorer(PointExpansion expansion)
        : base(expansion)
    {
        (_axes, _gamma) = (expansion.Space.Inputs.Count, expansion.Gamma);
        _tiles = new double[(expansion.Functions + Tile - 1) / Tile * Tile * _axes];
        for (var point = 0; point < expansion.Functions; point++)
        {
            for (var axis = 0; axis < _axes; axis++)
            {
                _tiles[(((point / Tile * _axes) + axis) * Tile) + (point % Tile)] = expansion.Points[(point * _axes) + axis];
            }
        }
    }

    /// <inheritdoc/>
    protected override void Fill(ReadOnlySpan<double> place, Span<double> functions)
    {
        ref var tiles = ref MemoryMarshal.GetArrayDataReference(_tiles);
        for (var first = 0; first < functions.Length; first += Tile)
        {
            var sum = Vector256<double>.Zero;
            var at = (nuint)first * (nuint)_axes;
            foreach (var axis in place)
            {
                var difference = Vector256.LoadUnsafe(ref tiles, at) - Vector256.Create(axis);
                sum += difference * difference;
                at += Tile;
            }

            for (var lane = 0; lane < Tile && first + lane < functions.Length; lane++)
            {
                functions[first + lane] = PortableMath.Exp(-_gamma * sum[lane]);
            }
        }
    }
}
