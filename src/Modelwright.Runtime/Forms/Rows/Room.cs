using System.Buffers;

namespace Modelwright.Runtime.Forms.Rows;

/// <summary>Room for numbers while rows are answered: from the top of a stack that each thread keeps, so that answering one row allocates nothing.</summary>
/// <remarks>Rooms of a thread are given back in the opposite order in which they were taken, which being bound to a scope makes sure of.</remarks>
internal readonly ref struct Room
{
    /// <summary>Numbers a thread keeps, 64 KiB; what does not fit is rented.</summary>
    private const int Kept = 8192;

    [ThreadStatic]
    private static double[]? _stack;

    [ThreadStatic]
    private static int _used;

    private readonly double[]? _rented;

    internal Room(int length)
    {
        if (length > Kept - _used)
        {
            _rented = ArrayPool<double>.Shared.Rent(length);
            Values = _rented.AsSpan(0, length);
            return;
        }

        Values = (_stack ??= new double[Kept]).AsSpan(_used, length);
        _used += length;
    }

    /// <summary>Of the length asked for; holds anything.</summary>
    internal Span<double> Values { get; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<double>.Shared.Return(_rented);
        }
        else
        {
            _used -= Values.Length;
        }
    }
}
