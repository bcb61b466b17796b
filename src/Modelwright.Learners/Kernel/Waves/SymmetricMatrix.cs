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
            var column = 0;
            for (; column + 4 <= row + 1; column += 4)
            {
                var from = column * width;
                var four = Lanes.Dots(weighted.AsSpan(row * width, width), lines.AsSpan(from, width), lines.AsSpan(from + width, width), lines.AsSpan(from + (2 * width), width), lines.AsSpan(from + (3 * width), width));
                for (var lane = 0; lane < 4; lane++)
                {
                    _rows[row][column + lane] += four[lane];
                }
            }

            for (; column <= row; column++)
            {
                _rows[row][column] += Lanes.Dot(weighted.AsSpan(row * width, width), lines.AsSpan(column * width, width));
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
        for (var row = 0; row < Size; row += 4)
        {
            cancellation.ThrowIfCancellationRequested();
            var together = Math.Min(4, Size - row);
            if (together == 4)
            {
                FactorFour(factor._rows, row);
            }

            for (var next = row; next < row + together; next++)
            {
                FactorRest(factor._rows, next, together == 4 ? row : 0, added);
            }
        }

        return factor;
    }

    /// <summary>Four rows of the factor up to their own block: each earlier row is read once for all four.</summary>
    private void FactorFour(double[][] factor, int row)
    {
        var (one, two, three, four) = (factor[row], factor[row + 1], factor[row + 2], factor[row + 3]);
        for (var column = 0; column < row; column++)
        {
            var earlier = factor[column];
            var dots = Lanes.Dots(earlier.AsSpan(0, column), one, two, three, four);
            for (var lane = 0; lane < 4; lane++)
            {
                factor[row + lane][column] = (_rows[row + lane][column] - dots[lane]) / earlier[column];
            }
        }
    }

    private void FactorRest(double[][] factor, int row, int start, double added)
    {
        var to = factor[row];
        for (var column = start; column <= row; column++)
        {
            var rest = _rows[row][column] - Lanes.Dot(to.AsSpan(0, column), factor[column]);
            to[column] = column < row ? rest / factor[column][column] : Math.Sqrt(Math.Max(rest + added, added * 1e-9));
        }
    }

    /// <summary>Solves factor x transposed factor x unknown = right side, in place.</summary>
    public void Solve(Span<double> side)
    {
        for (var row = 0; row < Size; row++)
        {
            side[row] = (side[row] - Lanes.Dot(_rows[row].AsSpan(0, row), side)) / _rows[row][row];
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
            var column = 0;
            for (; column + 4 <= row; column += 4)
            {
                Lanes.Subtract(lines.AsSpan(column * width, 4 * width), _rows[row].AsSpan(column, 4), to);
            }

            for (; column < row; column++)
            {
                Lanes.Subtract(lines.AsSpan(column * width, width), _rows[row][column], to);
            }

            Scale(to, 1 / _rows[row][row]);
        }
    }

    private static void Scale(Span<double> values, double factor)
    {
        for (var place = 0; place < values.Length; place++)
        {
            values[place] *= factor;
        }
    }
}
