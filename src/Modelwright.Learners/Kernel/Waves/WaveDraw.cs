using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>Draws waves whose mean product between two rows is near the Gaussian kernel.</summary>
/// <remarks>
/// Rahimi &amp; Recht 2007; directions are drawn at right angles to each other in groups, which comes nearer to the kernel with as
/// many waves (Yu and others 2016, "Orthogonal random features").
/// </remarks>
internal static class WaveDraw
{
    /// <summary>Directions that are at right angles to each other: of more, the gain no longer pays for the work.</summary>
    private const int MostTogether = 64;

    private const int Stream = 0x3A5E;

    /// <summary>Waves without coefficients.</summary>
    /// <param name="space">Where rows stand.</param>
    /// <param name="gamma">The factor of the squared distance.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of the fit.</param>
    public static WaveExpansion Of(KernelSpace space, double gamma, int count, int seed)
    {
        var random = new SeededRandom(seed, Stream);
        var axes = space.Inputs.Count;
        var (directions, phases) = (new double[count * axes], new double[count]);
        for (var wave = 0; wave < count; wave++)
        {
            var direction = directions.AsSpan(wave * axes, axes);
            Draw(ref random, direction);
            var length = Length(direction);
            var together = Math.Min(axes, MostTogether);
            Straighten(directions, wave, wave / Math.Max(1, together) * together, axes);

            // A Gaussian of variance 2 gamma has its own length; the angle alone was straightened.
            var straight = Length(direction);
            var factor = straight > 0 ? Math.Sqrt(2 * gamma) * length / straight / (2 * Math.PI) : 0;
            for (var axis = 0; axis < axes; axis++)
            {
                direction[axis] *= factor;
            }

            phases[wave] = random.Share();
        }

        return new(space, directions, phases, new double[count], [0]);
    }

    /// <summary>Takes from a direction what it has in common with those of its group.</summary>
    private static void Straighten(double[] directions, int wave, int first, int axes)
    {
        var direction = directions.AsSpan(wave * axes, axes);
        for (var other = first; other < wave; other++)
        {
            var earlier = directions.AsSpan(other * axes, axes);
            var (product, square) = (0.0, 0.0);
            for (var axis = 0; axis < axes; axis++)
            {
                product += direction[axis] * earlier[axis];
                square += earlier[axis] * earlier[axis];
            }

            var share = square > 0 ? product / square : 0;
            for (var axis = 0; axis < axes; axis++)
            {
                direction[axis] -= share * earlier[axis];
            }
        }
    }

    /// <summary>Normal numbers: Box &amp; Muller 1958.</summary>
    private static void Draw(ref SeededRandom random, Span<double> direction)
    {
        for (var axis = 0; axis < direction.Length; axis++)
        {
            var length = Math.Sqrt(-2 * PortableMath.Log(1 - random.Share()));
            direction[axis] = length * PortableMath.CosineOfTurns(random.Share());
        }
    }

    private static double Length(ReadOnlySpan<double> direction)
    {
        var sum = 0.0;
        foreach (var axis in direction)
        {
            sum += axis * axis;
        }

        return Math.Sqrt(sum);
    }
}
