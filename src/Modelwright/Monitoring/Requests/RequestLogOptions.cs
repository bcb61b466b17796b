using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>What a log of requests keeps, and how long.</summary>
public sealed record RequestLogOptions
{
    private const int FewestSegmentBytes = 1 << 16;
    private const int MostSegmentBytes = 1 << 30;
    private const int FewestSegments = 4;
    private const int FewestSaltBytes = 16;

    /// <summary>Bytes of a segment, 64 KB to 1 GB; default 64 MB. They are reserved on the disk when it is begun. A record takes at most a quarter.</summary>
    public int SegmentBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of all segments, at least four times <see cref="SegmentBytes"/>; the oldest are removed beyond it. Null, the default, keeps all.</summary>
    public long? MostBytes { get; init; }

    /// <summary>Segments that were ended longer ago are removed. Null, the default, keeps all.</summary>
    public TimeSpan? MostAge { get; init; }

    /// <summary>Share of the requests that is kept, above 0 and at most 1 (default); which ones, their ids decide, so that every server and every label agree.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Columns whose values are not written.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Columns of which the SHA-256 with <see cref="Salt"/> (as HMAC, in hexadecimal) is written in place of the value: equal values stay equal.</summary>
    public IReadOnlyList<string> Hashed { get; init; } = [];

    /// <summary>A secret of 16 bytes or more for <see cref="Hashed"/>; whoever has it can find out a value by trying.</summary>
    public ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>How often requests are brought to the disk, against loss of power; null, the default, leaves it to the system. They outlive the process either way.</summary>
    public TimeSpan? FlushEvery { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Bytes that the body of a record takes at most.</summary>
    internal int MostRecordBytes => SegmentBytes / FewestSegments;

    /// <summary>Checks.</summary>
    /// <exception cref="OptionsException">Options are out of range or contradict each other; the text lists all.</exception>
    internal void Validate()
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    private IEnumerable<string> Faults()
    {
        if (SegmentBytes is < FewestSegmentBytes or > MostSegmentBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"SegmentBytes must be from {FewestSegmentBytes} to {MostSegmentBytes}. Got {SegmentBytes}. 64 MB is the default.");
        }

        if (MostBytes < (long)FewestSegments * SegmentBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MostBytes must be at least {FewestSegments} times SegmentBytes. Got {MostBytes}, where SegmentBytes is {SegmentBytes}. Give more, or smaller segments.");
        }

        if (MostAge <= TimeSpan.Zero)
        {
            yield return $"MostAge must be above zero. Got {MostAge}. Leave it out to keep all.";
        }

        if (FlushEvery <= TimeSpan.Zero)
        {
            yield return $"FlushEvery must be above zero. Got {FlushEvery}. Leave it out to let the system decide.";
        }

        if (!(Share > 0 && Share <= 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Share must be above 0 and at most 1. Got {Share}. Without a log, open none.");
        }

        if (Hashed.Count > 0 && Salt.Length < FewestSaltBytes)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Salt must have {FewestSaltBytes} bytes or more where columns are hashed. Got {Salt.Length}. Draw it by chance once, and keep it secret.");
        }

        if (Hashed.Intersect(Dropped, StringComparer.Ordinal).FirstOrDefault() is { } twice)
        {
            yield return $"Column '{twice}' is both dropped and hashed. Name it once.";
        }
    }
}
