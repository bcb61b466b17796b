namespace Modelwright.Serving.Loading;

/// <summary>How a server is asked.</summary>
internal sealed class LoadPlan
{
    private long _taken;

    public required int Connections { get; init; }

    /// <summary>How long; 0 where <see cref="Requests"/> says how much.</summary>
    public double Seconds { get; init; }

    /// <summary>How many requests in all; 0 where <see cref="Seconds"/> says how long.</summary>
    public long Requests { get; init; }

    /// <summary>Requests a second, shared by all connections and due at even times whatever becomes of earlier ones; 0 for as many as go.</summary>
    public double PerSecond { get; init; }

    /// <summary>How many requests have been begun.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Whether one more is to be begun.</summary>
    public bool TakesOne(double elapsed)
    {
        var taken = Interlocked.Increment(ref _taken);
        return Requests > 0 ? taken <= Requests : elapsed < Seconds;
    }
}
