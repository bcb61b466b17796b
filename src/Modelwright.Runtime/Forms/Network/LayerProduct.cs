using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>One dense layer made ready: its units are filled up to a multiple of eight with units of nothing.</summary>
/// <remarks>
/// A hot file: up to four rows by two vectors of units are held in registers. Every sum goes from the bias over the inputs in their order, product and
/// sum rounded apart, so neither the blocks nor the platform change a bit. Benchmark: Modelwright.Benchmarks, TableNetworks.
/// </remarks>
internal sealed class LayerProduct
{
    internal const int Lanes = 8;
    private const int BlockRows = 4;
    private readonly float[] _weights;
    private readonly float[] _biases;
    private readonly int _dense;

    /// <summary>Makes a layer ready.</summary>
    /// <param name="layer">A checked layer.</param>
    /// <param name="dense">Its first inputs, which every row has; the others are added one by one.</param>
    internal LayerProduct(DenseLayer layer, int dense)
    {
        var units = layer.Biases.Length;
        Width = (units + Lanes - 1) / Lanes * Lanes;
        _dense = dense;
        _biases = new float[Width];
        layer.Biases.CopyTo(_biases, 0);
        var inputs = layer.Weights.Length / units;
        _weights = new float[inputs * Width];
        for (var input = 0; input < inputs; input++)
        {
            layer.Weights.AsSpan(input * units, units).CopyTo(_weights.AsSpan(input * Width));
        }
    }

    /// <summary>Units, those of nothing included.</summary>
    internal int Width { get; }

    /// <summary>Adds an input that is 1 to a row of sums.</summary>
    internal void AddInput(int input, Span<float> sums)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var start = (nuint)(input * Width);
        for (nuint place = 0; place < (nuint)Width; place += Lanes)
        {
            (Vector256.LoadUnsafe(ref to, place) + Vector256.LoadUnsafe(ref weights, start + place)).StoreUnsafe(ref to, place);
        }
    }

    /// <summary>The sums of rows.</summary>
    /// <param name="inputs">Rows x dense inputs, the rows that many numbers apart.</param>
    /// <param name="step">Numbers from one row of inputs to the next.</param>
    /// <param name="sums">Rows x <see cref="Width"/>; overwritten.</param>
    internal void Fill(ReadOnlySpan<float> inputs, int step, Span<float> sums)
    {
        var rows = sums.Length / Width;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(((rows - 1) * (long)step) + _dense, inputs.Length);
        var row = 0;
        for (; row + BlockRows <= rows; row += BlockRows)
        {
            var column = 0;
            for (; column + (2 * Lanes) <= Width; column += 2 * Lanes)
            {
                FourByTwo(inputs, row * step, step, column, sums, row * Width);
            }

            for (; column < Width; column += Lanes)
            {
                FourByOne(inputs, row * step, step, column, sums, row * Width);
            }
        }

        for (; row < rows; row++)
        {
            var column = 0;
            for (; column + (4 * Lanes) <= Width; column += 4 * Lanes)
            {
                OneByFour(inputs, row * step, column, sums, row * Width);
            }

            for (; column < Width; column += Lanes)
            {
                OneByOne(inputs, row * step, column, sums, row * Width);
            }
        }
    }

    private void FourByTwo(ReadOnlySpan<float> inputs, int first, int step, int column, Span<float> sums, int place)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), first);
        ref var by = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (at, width) = ((nuint)column, (nuint)Width);
        var (a0, b0) = (Load(_biases, column), Load(_biases, column + Lanes));
        var (a1, b1, a2, b2, a3, b3) = (a0, b0, a0, b0, a0, b0);
        for (var input = 0; input < _dense; input++, at += width)
        {
            var (left, right) = (Vector256.LoadUnsafe(ref by, at), Vector256.LoadUnsafe(ref by, at + Lanes));
            var one = Vector256.Create(Unsafe.Add(ref from, input));
            a0 += one * left;
            b0 += one * right;
            one = Vector256.Create(Unsafe.Add(ref from, input + step));
            a1 += one * left;
            b1 += one * right;
            one = Vector256.Create(Unsafe.Add(ref from, input + (2 * step)));
            a2 += one * left;
            b2 += one * right;
            one = Vector256.Create(Unsafe.Add(ref from, input + (3 * step)));
            a3 += one * left;
            b3 += one * right;
        }

        Store(sums, place + column, a0, b0);
        Store(sums, place + column + Width, a1, b1);
        Store(sums, place + column + (2 * Width), a2, b2);
        Store(sums, place + column + (3 * Width), a3, b3);
    }

    private void FourByOne(ReadOnlySpan<float> inputs, int first, int step, int column, Span<float> sums, int place)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), first);
        ref var by = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (at, width) = ((nuint)column, (nuint)Width);
        var a0 = Load(_biases, column);
        var (a1, a2, a3) = (a0, a0, a0);
        for (var input = 0; input < _dense; input++, at += width)
        {
            var left = Vector256.LoadUnsafe(ref by, at);
            a0 += Vector256.Create(Unsafe.Add(ref from, input)) * left;
            a1 += Vector256.Create(Unsafe.Add(ref from, input + step)) * left;
            a2 += Vector256.Create(Unsafe.Add(ref from, input + (2 * step))) * left;
            a3 += Vector256.Create(Unsafe.Add(ref from, input + (3 * step))) * left;
        }

        a0.CopyTo(sums[(place + column)..]);
        a1.CopyTo(sums[(place + column + Width)..]);
        a2.CopyTo(sums[(place + column + (2 * Width))..]);
        a3.CopyTo(sums[(place + column + (3 * Width))..]);
    }

    private void OneByFour(ReadOnlySpan<float> inputs, int first, int column, Span<float> sums, int place)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), first);
        ref var by = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (at, width) = ((nuint)column, (nuint)Width);
        var (a0, a1) = (Load(_biases, column), Load(_biases, column + Lanes));
        var (a2, a3) = (Load(_biases, column + (2 * Lanes)), Load(_biases, column + (3 * Lanes)));
        for (var input = 0; input < _dense; input++, at += width)
        {
            var one = Vector256.Create(Unsafe.Add(ref from, input));
            a0 += one * Vector256.LoadUnsafe(ref by, at);
            a1 += one * Vector256.LoadUnsafe(ref by, at + Lanes);
            a2 += one * Vector256.LoadUnsafe(ref by, at + (2 * Lanes));
            a3 += one * Vector256.LoadUnsafe(ref by, at + (3 * Lanes));
        }

        Store(sums, place + column, a0, a1);
        Store(sums, place + column + (2 * Lanes), a2, a3);
    }

    private void OneByOne(ReadOnlySpan<float> inputs, int first, int column, Span<float> sums, int place)
    {
        var sum = Load(_biases, column);
        for (var input = 0; input < _dense; input++)
        {
            sum += Vector256.Create(inputs[first + input]) * Load(_weights, (input * Width) + column);
        }

        sum.CopyTo(sums[(place + column)..]);
    }

    private static Vector256<float> Load(float[] from, int place) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)place);

    private static void Store(Span<float> to, int place, Vector256<float> first, Vector256<float> second)
    {
        first.CopyTo(to[place..]);
        second.CopyTo(to[(place + Lanes)..]);
    }
}
