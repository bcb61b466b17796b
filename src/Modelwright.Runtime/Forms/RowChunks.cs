using System.Buffers;

namespace Modelwright.Runtime.Forms;

/// <summary>Rented room for one chunk of rows and, where asked, its raw scores.</summary>
internal readonly ref struct RowChunks
{
    /// <summary>Less than this is not rented: a call that answers one row would first have to compile the pool.</summary>
    private const int FewestRented = 4096;

    private readonly double[] _values;
    private readonly double[] _scores;
    private readonly int _inputs;

    internal RowChunks(FormInputs inputs, int outputs, int rows)
    {
        // No more room than the rows need: a form may have as many outputs as its file has bytes.
        Rows = Math.Min(inputs.ChunkRows, rows);
        _inputs = inputs.All.Count;
        _values = Rent(Rows * _inputs);
        _scores = Rent(Rows * outputs);
    }

    /// <summary>Rows in a full chunk; 0 where there is no row at all.</summary>
    internal int Rows { get; }

    internal static void CheckLength(ReadOnlySpan<double> output, int rows, int width)
    {
        if (output.Length != (long)rows * width)
        {
            throw new ArgumentException($"The output has room for {output.Length} numbers; {rows} rows of {width} need {(long)rows * width}.", nameof(output));
        }
    }

    internal ReadOnlySpan<double> Fill(in BoundInputs inputs, int start, int count)
    {
        var values = _values.AsSpan(0, count * _inputs);
        inputs.Fill(start, count, values);
        return values;
    }

    internal Span<double> Scores(int count, int outputs) => _scores.AsSpan(0, count * outputs);

    public void Dispose()
    {
        Return(_values);
        Return(_scores);
    }

    private static double[] Rent(int length) => length < FewestRented ? new double[length] : ArrayPool<double>.Shared.Rent(length);

    private static void Return(double[] rented)
    {
        if (rented.Length >= FewestRented)
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
