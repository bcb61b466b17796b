using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Network.Layers;

/// <summary>Sums of cosines of numbers, eight rows at once.</summary>
/// <remarks>A hot file. The periodic embedding with bias and linear layer of Holzmüller, Grinsztajn &amp; Steinwart 2024; of each number three sums are made.</remarks>
internal sealed class WaveLayer
{
    /// <summary>Sums of a number.</summary>
    public const int Sums = 3;

    private const float Turn = 6.2831855f;
    private readonly WaveParameters _at;
    private readonly int _rows;
    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <summary>Makes room for a batch.</summary>
    /// <param name="parameters">Where the parameters stand.</param>
    /// <param name="rows">Rows of a batch at most; a multiple of eight.</param>
    public WaveLayer(WaveParameters parameters, int rows)
    {
        (_at, _rows) = (parameters, rows);
        _sines = new float[parameters.Cosines * rows * parameters.Numbers];
        _cosines = new float[_sines.Length];
    }

    /// <summary>Makes the sums of all numbers.</summary>
    /// <param name="all">All parameters.</param>
    /// <param name="inputs">(1 + sums) x rows for each number: the number, then room for its sums.</param>
    /// <param name="rows">Rows, a multiple of eight.</param>
    public void Forward(float[] all, Span<float> inputs, int rows)
    {
        for (var number = 0; number < _at.Numbers; number++)
        {
            var own = inputs.Slice(number * (1 + Sums) * rows, (1 + Sums) * rows);
            for (var row = 0; row < rows; row += Vector256<float>.Count)
            {
                Forward(all, number, own, rows, row);
            }
        }
    }

    /// <summary>Adds the gradients of the parameters.</summary>
    /// <param name="all">All parameters.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="inputs">As after <see cref="Forward(float[], Span{float}, int)"/>.</param>
    /// <param name="slopes">The gradient of each of the inputs.</param>
    /// <param name="rows">Rows.</param>
    public void Backward(float[] all, float[] gradients, ReadOnlySpan<float> inputs, ReadOnlySpan<float> slopes, int rows)
    {
        for (var number = 0; number < _at.Numbers; number++)
        {
            var from = inputs.Slice(number * (1 + Sums) * rows, rows);
            var own = slopes.Slice(number * (1 + Sums) * rows, (1 + Sums) * rows);
            for (var sum = 0; sum < Sums; sum++)
            {
                gradients[_at.Offset(number, sum)] += Total(own.Slice((1 + sum) * rows, rows));
            }

            for (var wave = 0; wave < _at.Cosines; wave++)
            {
                Backward(all, gradients, (number, wave), from, own, rows);
            }
        }
    }

    private void Forward(float[] all, int number, Span<float> own, int rows, int row)
    {
        ref var to = ref MemoryMarshal.GetReference(own);
        var value = Vector256.LoadUnsafe(ref to, (nuint)row);
        var first = Vector256.Create(all[_at.Offset(number, 0)]);
        var second = Vector256.Create(all[_at.Offset(number, 1)]);
        var third = Vector256.Create(all[_at.Offset(number, 2)]);
        for (var wave = 0; wave < _at.Cosines; wave++)
        {
            var turns = (value * all[_at.Frequency(number, wave)]) + Vector256.Create(all[_at.Phase(number, wave)]);
            var cosine = PortableVectors.CosineOfTurns(turns);
            var place = (((number * _at.Cosines) + wave) * _rows) + row;
            cosine.CopyTo(_cosines, place);
            PortableVectors.SineOfTurns(turns).CopyTo(_sines, place);
            first += cosine * all[_at.Mix(number, 0, wave)];
            second += cosine * all[_at.Mix(number, 1, wave)];
            third += cosine * all[_at.Mix(number, 2, wave)];
        }

        first.StoreUnsafe(ref to, (nuint)(rows + row));
        second.StoreUnsafe(ref to, (nuint)((2 * rows) + row));
        third.StoreUnsafe(ref to, (nuint)((3 * rows) + row));
    }

    private void Backward(float[] all, float[] gradients, (int Number, int Wave) at, ReadOnlySpan<float> from, ReadOnlySpan<float> own, int rows)
    {
        var (number, wave) = at;
        var (one, two, three) = (all[_at.Mix(number, 0, wave)], all[_at.Mix(number, 1, wave)], all[_at.Mix(number, 2, wave)]);
        var (frequency, phase) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (first, second, third) = (phase, phase, phase);
        ref var slope = ref MemoryMarshal.GetReference(own);
        ref var value = ref MemoryMarshal.GetReference(from);
        var place = ((number * _at.Cosines) + wave) * _rows;
        for (var row = 0; row < rows; row += Vector256<float>.Count)
        {
            var cosine = Vector256.Create(_cosines, place + row);
            var (a, b, c) = (Vector256.LoadUnsafe(ref slope, (nuint)(rows + row)), Vector256.LoadUnsafe(ref slope, (nuint)((2 * rows) + row)), Vector256.LoadUnsafe(ref slope, (nuint)((3 * rows) + row)));
            first += cosine * a;
            second += cosine * b;
            third += cosine * c;
            var turned = Vector256.Create(_sines, place + row) * ((a * one) + (b * two) + (c * three));
            phase -= turned;
            frequency -= turned * Vector256.LoadUnsafe(ref value, (nuint)row);
        }

        gradients[_at.Mix(number, 0, wave)] += Vector256.Sum(first);
        gradients[_at.Mix(number, 1, wave)] += Vector256.Sum(second);
        gradients[_at.Mix(number, 2, wave)] += Vector256.Sum(third);
        gradients[_at.Phase(number, wave)] += Turn * Vector256.Sum(phase);
        gradients[_at.Frequency(number, wave)] += Turn * Vector256.Sum(frequency);
    }

    private static float Total(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
