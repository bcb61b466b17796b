using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>Activations, eight numbers at once.</summary>
internal static class ActivationValues
{
    /// <summary>α and λ of the scaled exponential linear unit.</summary>
    private const float SeluAlpha = 1.6732632f;
    private const float SeluScale = 1.050701f;

    /// <summary>Beyond this the square of the power leaves single precision, and mish is the number itself.</summary>
    private const float MostMish = 20;

    /// <summary>Replaces sums by activations; the length is a multiple of eight.</summary>
    internal static void Apply(NetworkActivation activation, Span<float> sums)
    {
        ref var start = ref MemoryMarshal.GetReference(sums);
        for (var place = 0; place < sums.Length; place += Vector256<float>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref start, (nuint)place);
            var value = activation switch
            {
                NetworkActivation.Mish => Mish(sum),
                NetworkActivation.Selu => Selu(sum),
                _ => Vector256.Max(sum, Vector256<float>.Zero),
            };
            value.StoreUnsafe(ref start, (nuint)place);
        }
    }

    private static Vector256<float> Mish(Vector256<float> sum)
    {
        var power = PortableVectors.Exp(Vector256.Min(sum, Vector256.Create(MostMish)));
        var part = power * (power + Vector256.Create(2f));
        return sum * (part / (part + Vector256.Create(2f)));
    }

    private static Vector256<float> Selu(Vector256<float> sum)
    {
        var below = SeluScale * SeluAlpha * (PortableVectors.Exp(Vector256.Min(sum, Vector256<float>.Zero)) - Vector256<float>.One);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(sum, Vector256<float>.Zero), sum * SeluScale, below);
    }
}
