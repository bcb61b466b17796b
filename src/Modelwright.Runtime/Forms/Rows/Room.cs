using System.Buffers;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>Room for numbers while rows are answered.</summary>
internal readonly ref struct Room
{
    /// <summary>Less than this is not rented: a call that answers one row would first have to compile the pool.</summary>
    private const int FewestRented = 4096;

    private readonly double[] _numbers;
    private readonly int _length;

    internal Room(int length)
    {
        _length = length;
        _numbers = length < FewestRented ? new double[length] : ArrayPool<double>.Shared.Rent(length);
    }

    /// <summary>Of the length asked for; holds anything.</summary>
    internal Span<double> Values => _numbers.AsSpan(0, _length);

    public void Dispose()
    {
        if (_length >= FewestRented)
        {
            ArrayPool<double>.Shared.Return(_numbers);
        }
    }
}
