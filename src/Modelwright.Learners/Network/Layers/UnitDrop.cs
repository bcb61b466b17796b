using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Network.Layers;

/// <summary>Leaves units out by chance, and makes up for it on the others.</summary>
/// <remarks>Srivastava and others 2014, "Dropout". Chance: eight streams of Marsaglia's xorshift (2003), each started by the seed of the fit.</remarks>
internal sealed class UnitDrop
{
    private Vector256<uint> _state;

    /// <summary>Starts the streams.</summary>
    /// <param name="seed">The seed of the fit.</param>
    /// <param name="stream">Apart from all other uses of the seed.</param>
    public UnitDrop(int seed, int stream)
    {
        var random = new SeededRandom(seed, stream);
        Span<uint> start = stackalloc uint[Vector256<uint>.Count];
        foreach (ref var lane in start)
        {
            lane = 1 + (uint)random.Below(int.MaxValue);
        }

        _state = Vector256.Create<uint>(start);
    }

    /// <summary>Leaves out a share of activations, and of their slopes.</summary>
    /// <param name="values">A multiple of eight.</param>
    /// <param name="slopes">As long.</param>
    /// <param name="share">From 0 to below 1.</param>
    public void Apply(Span<float> values, Span<float> slopes, double share)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var slope = ref MemoryMarshal.GetReference(slopes[..values.Length]);
        var (limit, scale, state) = (Vector256.Create((int)(share * int.MaxValue)), Vector256.Create((float)(1 / (1 - share))), _state);
        for (nuint place = 0; place < (nuint)values.Length; place += (nuint)Vector256<float>.Count)
        {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            var factor = Vector256.GreaterThanOrEqual((state >>> 1).AsInt32(), limit).AsSingle() & scale;
            (Vector256.LoadUnsafe(ref value, place) * factor).StoreUnsafe(ref value, place);
            (Vector256.LoadUnsafe(ref slope, place) * factor).StoreUnsafe(ref slope, place);
        }

        _state = state;
    }
}
