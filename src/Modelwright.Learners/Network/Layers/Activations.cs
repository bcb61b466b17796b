using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Network.Layers;

/// <summary>Activations with their slopes, eight at once.</summary>
internal static class Activations
{
    private const float SeluAlpha = 1.6732632f;
    private const float SeluScale = 1.050701f;
    private const float MostMish = 20;

    /// <summary>Replaces sums by activations.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="sums">A multiple of eight.</param>
    /// <param name="slopes">As long: the slope of each activation at its sum.</param>
    public static void Apply(NetworkActivation kind, Span<float> sums, Span<float> slopes)
    {
        ref var from = ref MemoryMarshal.GetReference(sums);
        ref var to = ref MemoryMarshal.GetReference(slopes[..sums.Length]);
        for (nuint place = 0; place < (nuint)sums.Length; place += (nuint)Vector256<float>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref from, place);
            var (value, slope) = kind switch
            {
                NetworkActivation.Mish => Mish(sum),
                NetworkActivation.Selu => Selu(sum),
                _ => Relu(sum),
            };
            value.StoreUnsafe(ref from, place);
            slope.StoreUnsafe(ref to, place);
        }
    }

    private static (Vector256<float> Value, Vector256<float> Slope) Mish(Vector256<float> sum)
    {
        var power = PortableVectors.Exp(Vector256.Min(sum, Vector256.Create(MostMish)));
        var part = power * (power + Vector256.Create(2f));
        var tangent = part / (part + Vector256.Create(2f));
        var sigmoid = power / (power + Vector256<float>.One);
        return (sum * tangent, tangent + (sum * (Vector256<float>.One - (tangent * tangent)) * sigmoid));
    }

    private static (Vector256<float> Value, Vector256<float> Slope) Selu(Vector256<float> sum)
    {
        var power = SeluScale * SeluAlpha * PortableVectors.Exp(Vector256.Min(sum, Vector256<float>.Zero));
        var isAbove = Vector256.GreaterThan(sum, Vector256<float>.Zero);
        return (
            Vector256.ConditionalSelect(isAbove, sum * SeluScale, power - Vector256.Create(SeluScale * SeluAlpha)),
            Vector256.ConditionalSelect(isAbove, Vector256.Create(SeluScale), power));
    }

    private static (Vector256<float> Value, Vector256<float> Slope) Relu(Vector256<float> sum)
    {
        var isAbove = Vector256.GreaterThan(sum, Vector256<float>.Zero);
        return (isAbove & sum, isAbove & Vector256<float>.One);
    }
}
