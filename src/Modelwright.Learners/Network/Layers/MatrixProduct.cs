using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Network.Layers;

/// <summary>Products of small matrices in single precision, added to what stands in the output.</summary>
/// <remarks>
/// A hot file: four rows by two vectors of the output are held in registers while the inner numbers run by. Every number is summed in
/// the order of the inner numbers, so the blocks do not change a bit. Benchmark: Modelwright.Benchmarks, TableNetworks.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>Widths of right sides and outputs are multiples of this.</summary>
    public const int Lanes = 8;

    private const int BlockRows = 4;

    /// <summary>The next multiple of <see cref="Lanes"/>.</summary>
    public static int Padded(int width) => (width + Lanes - 1) / Lanes * Lanes;

    /// <summary>output [rows x columns] += left [rows x inner] · right [inner x columns].</summary>
    public static void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, (int Rows, int Inner, int Columns) size) =>
        Add(left, (size.Inner, 1), right, output, size);

    /// <summary>output [rows x columns] += transposed left [inner x rows] · right [inner x columns].</summary>
    public static void AddTransposed(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, (int Rows, int Inner, int Columns) size) =>
        Add(left, (1, size.Rows), right, output, size);

    /// <summary>Turns a matrix [rows x columns] into one [columns x rows].</summary>
    public static void Transpose(ReadOnlySpan<float> from, Span<float> to, int rows, int columns)
    {
        // Small tiles, so that neither side leaves the first cache between two uses of a line.
        for (var top = 0; top < rows; top += Lanes)
        {
            var bottom = Math.Min(top + Lanes, rows);
            for (var column = 0; column < columns; column++)
            {
                for (var row = top; row < bottom; row++)
                {
                    to[(column * rows) + row] = from[(row * columns) + column];
                }
            }
        }
    }

    private static void Add(ReadOnlySpan<float> left, (int Row, int Inner) step, ReadOnlySpan<float> right, Span<float> output, (int Rows, int Inner, int Columns) size)
    {
        if (left.Length < (long)size.Rows * size.Inner || right.Length < (long)size.Inner * size.Columns || output.Length < (long)size.Rows * size.Columns || size.Columns % Lanes != 0)
        {
            throw new ArgumentException($"Matrices of {left.Length}, {right.Length} and {output.Length} numbers do not make {size.Rows} x {size.Inner} x {size.Columns}.", nameof(size));
        }

        ref var from = ref MemoryMarshal.GetReference(left);
        ref var by = ref MemoryMarshal.GetReference(right);
        ref var to = ref MemoryMarshal.GetReference(output);
        var row = 0;
        for (; row + BlockRows <= size.Rows; row += BlockRows)
        {
            var column = 0;
            for (; column + (2 * Lanes) <= size.Columns; column += 2 * Lanes)
            {
                FourByTwo(ref from, (nuint)(row * step.Row), step, ref by, (nuint)column, ref to, (nuint)((row * size.Columns) + column), size);
            }

            for (; column < size.Columns; column += Lanes)
            {
                FourByOne(ref from, (nuint)(row * step.Row), step, ref by, (nuint)column, ref to, (nuint)((row * size.Columns) + column), size);
            }
        }

        for (; row < size.Rows; row++)
        {
            for (var column = 0; column < size.Columns; column += Lanes)
            {
                OneByOne(ref from, (nuint)(row * step.Row), step, ref by, (nuint)column, ref to, (nuint)((row * size.Columns) + column), size);
            }
        }
    }

    private static void FourByTwo(ref float left, nuint start, (int Row, int Inner) step, ref float right, nuint column, ref float output, nuint place, (int Rows, int Inner, int Columns) size)
    {
        var (next, inner, width) = ((nuint)step.Row, (nuint)step.Inner, (nuint)size.Columns);
        var (p1, p2, p3) = (place + width, place + (2 * width), place + (3 * width));
        var (a0, b0) = (Load(ref output, place), Load(ref output, place + Lanes));
        var (a1, b1) = (Load(ref output, p1), Load(ref output, p1 + Lanes));
        var (a2, b2) = (Load(ref output, p2), Load(ref output, p2 + Lanes));
        var (a3, b3) = (Load(ref output, p3), Load(ref output, p3 + Lanes));
        for (var count = size.Inner; count > 0; count--)
        {
            var (first, second) = (Load(ref right, column), Load(ref right, column + Lanes));
            var one = Repeat(ref left, start);
            a0 = Vector256.FusedMultiplyAdd(one, first, a0);
            b0 = Vector256.FusedMultiplyAdd(one, second, b0);
            one = Repeat(ref left, start + next);
            a1 = Vector256.FusedMultiplyAdd(one, first, a1);
            b1 = Vector256.FusedMultiplyAdd(one, second, b1);
            one = Repeat(ref left, start + (2 * next));
            a2 = Vector256.FusedMultiplyAdd(one, first, a2);
            b2 = Vector256.FusedMultiplyAdd(one, second, b2);
            one = Repeat(ref left, start + (3 * next));
            a3 = Vector256.FusedMultiplyAdd(one, first, a3);
            b3 = Vector256.FusedMultiplyAdd(one, second, b3);
            start += inner;
            column += width;
        }

        a0.StoreUnsafe(ref output, place);
        b0.StoreUnsafe(ref output, place + Lanes);
        a1.StoreUnsafe(ref output, p1);
        b1.StoreUnsafe(ref output, p1 + Lanes);
        a2.StoreUnsafe(ref output, p2);
        b2.StoreUnsafe(ref output, p2 + Lanes);
        a3.StoreUnsafe(ref output, p3);
        b3.StoreUnsafe(ref output, p3 + Lanes);
    }

    private static void FourByOne(ref float left, nuint start, (int Row, int Inner) step, ref float right, nuint column, ref float output, nuint place, (int Rows, int Inner, int Columns) size)
    {
        var (next, inner, width) = ((nuint)step.Row, (nuint)step.Inner, (nuint)size.Columns);
        var (p1, p2, p3) = (place + width, place + (2 * width), place + (3 * width));
        var (a0, a1, a2, a3) = (Load(ref output, place), Load(ref output, p1), Load(ref output, p2), Load(ref output, p3));
        for (var count = size.Inner; count > 0; count--)
        {
            var first = Load(ref right, column);
            a0 = Vector256.FusedMultiplyAdd(Repeat(ref left, start), first, a0);
            a1 = Vector256.FusedMultiplyAdd(Repeat(ref left, start + next), first, a1);
            a2 = Vector256.FusedMultiplyAdd(Repeat(ref left, start + (2 * next)), first, a2);
            a3 = Vector256.FusedMultiplyAdd(Repeat(ref left, start + (3 * next)), first, a3);
            start += inner;
            column += width;
        }

        a0.StoreUnsafe(ref output, place);
        a1.StoreUnsafe(ref output, p1);
        a2.StoreUnsafe(ref output, p2);
        a3.StoreUnsafe(ref output, p3);
    }

    private static void OneByOne(ref float left, nuint start, (int Row, int Inner) step, ref float right, nuint column, ref float output, nuint place, (int Rows, int Inner, int Columns) size)
    {
        var sum = Load(ref output, place);
        for (var count = size.Inner; count > 0; count--)
        {
            sum = Vector256.FusedMultiplyAdd(Repeat(ref left, start), Load(ref right, column), sum);
            start += (nuint)step.Inner;
            column += (nuint)size.Columns;
        }

        sum.StoreUnsafe(ref output, place);
    }

    private static Vector256<float> Load(ref float from, nuint place) => Vector256.LoadUnsafe(ref from, place);

    private static Vector256<float> Repeat(ref float from, nuint place) => Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref from, place));
}
