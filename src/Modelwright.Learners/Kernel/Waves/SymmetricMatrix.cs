using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>A matrix held as its lower triangle, row by row; the same bits at any number of threads and width of vectors.</summary>
/// <remarks>A hot file: its loops are written out.</remarks>
internal sealed class SymmetricMatrix(int size)
{
    private readonly double[][] _rows = [.. Enumerable.Range(0, size).Select(row => new double[row + 1])];

    /// <summary>Rows.</summary>
    public int Size { get; } = size;

    /// <summary>A row up to its diagonal.</summary>
    public Span<double> Row(int row) => _rows[row];

    /// <summary>Adds the products between lines of numbers, weighted.</summary>
    /// <param name="lines">Size x width.</param>
    /// <param name="weighted">The same, each number times the weight of its place.</param>
    /// <param name="width">Numbers of a line; a multiple of 4.</param>
    /// <param name="threads">Threads to use.</param>
    public void AddProducts(double[] lines, double[] weighted, int width, int threads)
    {
        void AddRow(int row)
        {
            for (var column = 0; column <= row; column++)
            {
                _rows[row][column] += Dot(weighted, row * width, lines, column * width, width);
            }
        }

        if (threads <= 1)
        {
            for (var row = 0; row < Size; row++)
            {
                AddRow(row);
            }

            return;
        }

        Parallel.For(0, Size, new ParallelOptions { MaxDegreeOfParallelism = threads }, AddRow);
    }

    /// <summary>The lower factor of this matrix with something added to its diagonal (Cholesky).</summary>
    public SymmetricMatrix Factor(double added, CancellationToken cancellation)
    {
        var factor = new SymmetricMatrix(Size);
        for (var row = 0; row < Size; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var to = factor._rows[row];
            for (var column = 0; column <= row; column++)
            {
                var rest = _rows[row][column] - Dot(to, factor._rows[column], column);
                to[column] = column < row ? rest / factor._rows[column][column] : Math.Sqrt(Math.Max(rest + added, added * 1e-9));
            }
        }

        return factor;
    }

    /// <summary>Solves factor x transposed factor x unknown = right side, in place.</summary>
    public void Solve(Span<double> side)
    {
        for (var row = 0; row < Size; row++)
        {
            side[row] = (side[row] - Dot(_rows[row], side, row)) / _rows[row][row];
        }

        for (var row = Size - 1; row >= 0; row--)
        {
            side[row] /= _rows[row][row];
            for (var column = 0; column < row; column++)
            {
                side[column] -= _rows[row][column] * side[row];
            }
        }
    }

    /// <summary>Solves factor x unknown = lines for many right sides at once, in place: size x width, a right side a place.</summary>
    public void SolveLines(double[] lines, int width, CancellationToken cancellation)
    {
        for (var row = 0; row < Size; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var to = lines.AsSpan(row * width, width);
            for (var column = 0; column < row; column++)
            {
                Subtract(lines, column * width, _rows[row][column], to);
            }

            Scale(to, 1 / _rows[row][row]);
        }
    }

    private static void Subtract(double[] lines, int from, double factor, Span<double> to)
    {
        ref var source = ref MemoryMarshal.GetArrayDataReference(lines);
        ref var target = ref MemoryMarshal.GetReference(to);
        var scale = Vector256.Create(factor);
        for (nuint place = 0; place < (nuint)to.Length; place += 4)
        {
            (Vector256.LoadUnsafe(ref target, place) - (scale * Vector256.LoadUnsafe(ref source, (nuint)from + place))).StoreUnsafe(ref target, place);
        }
    }

    private static void Scale(Span<double> values, double factor)
    {
        for (var place = 0; place < values.Length; place++)
        {
            values[place] *= factor;
        }
    }

    private static double Dot(double[] one, int oneStart, double[] other, int otherStart, int count)
    {
        ref var left = ref MemoryMarshal.GetArrayDataReference(one);
        ref var right = ref MemoryMarshal.GetArrayDataReference(other);
        var (sum, next) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var place = 0;
        for (; place + 8 <= count; place += 8)
        {
            sum += Vector256.LoadUnsafe(ref left, (nuint)(oneStart + place)) * Vector256.LoadUnsafe(ref right, (nuint)(otherStart + place));
            next += Vector256.LoadUnsafe(ref left, (nuint)(oneStart + place + 4)) * Vector256.LoadUnsafe(ref right, (nuint)(otherStart + place + 4));
        }

        sum += next;
        var total = sum[0] + sum[1] + (sum[2] + sum[3]);
        for (; place < count; place++)
        {
            total += one[oneStart + place] * other[otherStart + place];
        }

        return total;
    }

    private static double Dot(double[] one, double[] other, int count) => Dot(one, 0, other, 0, count);

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int count)
    {
        var sum = 0.0;
        for (var place = 0; place < count; place++)
        {
            sum += one[place] * other[place];
        }

        return sum;
    }
}
