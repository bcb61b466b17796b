using System.Diagnostics;

namespace Modelwright.Fuzz;

/// <summary>Ends the program where a case does not end, after writing it down: a thread that hangs cannot be stopped in any other way.</summary>
internal sealed class Watchdog : IDisposable
{
    private const int HangsAfter = 3;
    private const int ExitCodeOfAHang = 4;
    private readonly Timer _timer;
    private readonly Action<byte[]> _onHang;
    private volatile byte[]? _input;
    private long _start;

    /// <summary>Starts watching.</summary>
    /// <param name="onHang">Keeps the case.</param>
    internal Watchdog(Action<byte[]> onHang)
    {
        _onHang = onHang;
        _timer = new(_ => Look(), null, Limits.Time, Limits.Time);
    }

    /// <summary>A case starts.</summary>
    internal void Begin(byte[] input)
    {
        Interlocked.Exchange(ref _start, Stopwatch.GetTimestamp());
        _input = input;
    }

    /// <summary>It has ended.</summary>
    internal void End() => _input = null;

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (_input is { } input && Stopwatch.GetElapsedTime(Interlocked.Read(ref _start)) > Limits.Time * HangsAfter)
        {
            _onHang(input);
            Console.Error.WriteLine($"A case of {input.Length} bytes does not end. It was kept.");
            Environment.Exit(ExitCodeOfAHang);
        }
    }
}
