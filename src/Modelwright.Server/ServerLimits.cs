namespace Modelwright.Server;

/// <summary>How much one request may ask of the server. What is over a limit is refused with a text that names the limit; none ends the server.</summary>
public sealed record ServerLimits
{
    /// <summary>Bytes of a body that is held in memory: predictions, tensors, labels. Default: 16 MiB.</summary>
    public long BodyBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of a body that is read in parts by the batch route. Default: 1 GiB.</summary>
    public long BatchBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of a package that is sent by a manager. Default: 256 MiB.</summary>
    public long PackageBytes { get; init; } = 256L << 20;

    /// <summary>Bytes of one line of a batch. Default: 1 MiB.</summary>
    public int LineBytes { get; init; } = 1 << 20;

    /// <summary>Rows of one request that is held in memory. Default: 10,000.</summary>
    public int Rows { get; init; } = 10_000;

    /// <summary>Rows of one request that asks for reasons. Default: 100.</summary>
    public int ReasonRows { get; init; } = 100;

    /// <summary>How deep JSON may be nested, 4 or more. Default: 16.</summary>
    public int JsonDepth { get; init; } = 16;

    /// <summary>Characters of one text. Default: 65,536.</summary>
    public int TextLength { get; init; } = 65_536;

    /// <summary>Requests that are worked on at one time; more are answered with 503 and may come again. Default: 512.</summary>
    public int ConcurrentRequests { get; init; } = 512;

    /// <summary>Requests a second of one key, or of all callers together where no key is asked for; 0 means any number. Bursts of twice as many are let through. Default: 0.</summary>
    public int RequestsPerSecond { get; init; }

    /// <summary>How long the body of a request may come, and how long several rows or reasons may take to be answered; one row is answered in one go that nothing interrupts. Default: 30 seconds; batches have ten times as long.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the headers of a request may take to come. Default: 10 seconds.</summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes a second that a body must come with, after five seconds; slower ones are ended. Default: 240.</summary>
    public double BodyBytesPerSecond { get; init; } = 240;

    /// <summary>Versions of one model that are held in memory; the oldest that answers nothing is let go. Default: 5.</summary>
    public int Versions { get; init; } = 5;

    /// <summary>All that is wrong with the limits, a sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var (name, value, least) in new (string, double, double)[]
        {
            (nameof(BodyBytes), BodyBytes, 1), (nameof(BatchBytes), BatchBytes, 1), (nameof(PackageBytes), PackageBytes, 1), (nameof(LineBytes), LineBytes, 1),
            (nameof(Rows), Rows, 1), (nameof(ReasonRows), ReasonRows, 1), (nameof(JsonDepth), JsonDepth, 4), (nameof(TextLength), TextLength, 1),
            (nameof(ConcurrentRequests), ConcurrentRequests, 1), (nameof(RequestsPerSecond), RequestsPerSecond, 0), (nameof(BodyBytesPerSecond), BodyBytesPerSecond, 1), (nameof(Versions), Versions, 2),
        })
        {
            if (!(value >= least))
            {
                yield return FormattableString.Invariant($"ServerLimits.{name} must be {least} or more. Got {value}. Leave it out for the default.");
            }
        }

        foreach (var (name, value) in new[] { (nameof(RequestTime), RequestTime), (nameof(HeaderTime), HeaderTime) })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromHours(1))
            {
                yield return FormattableString.Invariant($"ServerLimits.{name} must be above 0 and at most one hour. Got {value:c}. Leave it out for the default.");
            }
        }
    }
}
