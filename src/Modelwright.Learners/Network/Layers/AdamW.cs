using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Network.Layers;

/// <summary>Steps against the gradient, each parameter's in units of its own gradients' size.</summary>
/// <remarks>Kingma &amp; Ba 2015, "Adam"; decay apart from the gradient: Loshchilov &amp; Hutter 2019. The second moment forgets faster than there, as in RealMLP.</remarks>
internal sealed class AdamW
{
    private const float FirstKept = 0.9f;
    private const float SecondKept = 0.95f;
    private const float Least = 1e-8f;
    private readonly IReadOnlyList<ParameterBlock> _blocks;
    private readonly float[] _values;
    private readonly float[] _first;
    private readonly float[] _second;
    private double _firstPower = 1;
    private double _secondPower = 1;

    /// <summary>Makes an optimiser.</summary>
    /// <param name="blocks">Parameters by kind.</param>
    /// <param name="values">All parameters, which it changes.</param>
    public AdamW(IReadOnlyList<ParameterBlock> blocks, float[] values)
    {
        (_blocks, _values) = (blocks, values);
        (_first, _second) = (new float[values.Length], new float[values.Length]);
    }

    /// <summary>One step.</summary>
    /// <param name="gradients">The gradient of the loss, one a parameter.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">Part of the rate by which weights fall to 0.</param>
    public void Step(float[] gradients, double rate, double decay)
    {
        _firstPower *= FirstKept;
        _secondPower *= SecondKept;
        var root = Math.Sqrt(1 - _secondPower);
        foreach (var block in _blocks)
        {
            var step = (float)(rate * block.Rate * root / (1 - _firstPower));
            var kept = block.Decays ? (float)(1 - (rate * decay)) : 1;
            Step(block, gradients, step, kept, (float)(Least * root));
        }
    }

    private void Step(ParameterBlock block, float[] gradients, float step, float kept, float least)
    {
        ref var value = ref MemoryMarshal.GetArrayDataReference(_values);
        ref var gradient = ref MemoryMarshal.GetArrayDataReference(gradients);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_first);
        ref var second = ref MemoryMarshal.GetArrayDataReference(_second);
        var (steps, keep, small) = (Vector256.Create(step), Vector256.Create(kept), Vector256.Create(least));
        var place = (nuint)block.Start;
        var end = place + (nuint)block.Length;
        for (; place + (nuint)Vector256<float>.Count <= end; place += (nuint)Vector256<float>.Count)
        {
            var slope = Vector256.LoadUnsafe(ref gradient, place);
            var mean = (Vector256.LoadUnsafe(ref first, place) * FirstKept) + (slope * (1 - FirstKept));
            var square = (Vector256.LoadUnsafe(ref second, place) * SecondKept) + (slope * slope * (1 - SecondKept));
            mean.StoreUnsafe(ref first, place);
            square.StoreUnsafe(ref second, place);
            var moved = (Vector256.LoadUnsafe(ref value, place) * keep) - (steps * mean / (Vector256.Sqrt(square) + small));
            moved.StoreUnsafe(ref value, place);
        }

        for (var rest = (int)place; rest < (int)end; rest++)
        {
            _first[rest] = (_first[rest] * FirstKept) + (gradients[rest] * (1 - FirstKept));
            _second[rest] = (_second[rest] * SecondKept) + (gradients[rest] * gradients[rest] * (1 - SecondKept));
            _values[rest] = (_values[rest] * kept) - (step * _first[rest] / (MathF.Sqrt(_second[rest]) + least));
        }
    }
}
