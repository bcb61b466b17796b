using System.Runtime.InteropServices;

namespace Modelwright.LightGbm.Interop;

/// <summary>The sample of every column from which the native library makes its bins: all values that are not zero, and where they stand.</summary>
/// <remarks>Held outside the managed heap, for it is large and lives for a moment.</remarks>
internal sealed unsafe class SampledColumns : IDisposable
{
    private readonly int _columnCount;

    // The native library puts pointers of its own into the lists it is given, so what was allocated is remembered apart.
    private readonly nint[] _owned;

    internal SampledColumns(int columnCount, int sampledRowCount)
    {
        _columnCount = columnCount;
        _owned = new nint[2 * columnCount];
        SampledRowCount = sampledRowCount;
        Counts = new int[columnCount];
        Values = (double**)NativeMemory.AllocZeroed((nuint)columnCount, (nuint)sizeof(double*));
        Rows = (int**)NativeMemory.AllocZeroed((nuint)columnCount, (nuint)sizeof(int*));
    }

    ~SampledColumns() => Free();

    /// <summary>Rows in the sample, those of zero included.</summary>
    internal int SampledRowCount { get; }

    /// <summary>Kept values of each column.</summary>
    internal int[] Counts { get; }

    internal double** Values { get; private set; }

    internal int** Rows { get; private set; }

    /// <summary>Takes in one column.</summary>
    /// <param name="column">0-based column.</param>
    /// <param name="values">Its value in each sampled row; NaN is missing.</param>
    internal void Set(int column, ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, SampledRowCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, _columnCount);
        var kept = values.Length - Zeros(values);
        var keptValues = (double*)NativeMemory.Alloc((nuint)Math.Max(kept, 1), sizeof(double));
        var keptRows = (int*)NativeMemory.Alloc((nuint)Math.Max(kept, 1), sizeof(int));
        (_owned[2 * column], _owned[(2 * column) + 1]) = ((nint)keptValues, (nint)keptRows);
        Values[column] = keptValues;
        Rows[column] = keptRows;
        Counts[column] = kept;
        var next = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (!IsZero(values[row]))
            {
                keptValues[next] = values[row];
                keptRows[next++] = row;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    // The native library's own bound (kZeroThreshold): what is nearer to zero is left out and counted as zero.
    private static bool IsZero(double value) => Math.Abs(value) <= 1e-35f;

    private static int Zeros(ReadOnlySpan<double> values)
    {
        var zeros = 0;
        foreach (var value in values)
        {
            zeros += IsZero(value) ? 1 : 0;
        }

        return zeros;
    }

    private void Free()
    {
        if (Values is null)
        {
            return;
        }

        foreach (var memory in _owned)
        {
            NativeMemory.Free((void*)memory);
        }

        NativeMemory.Free(Values);
        NativeMemory.Free(Rows);
        Values = null;
        Rows = null;
    }
}
