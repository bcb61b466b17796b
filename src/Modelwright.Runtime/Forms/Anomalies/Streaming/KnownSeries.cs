using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Where training left a series. Readings can be told from it: the last one stands in the state.</summary>
/// <param name="Name">The name of the series; null for the readings that name none.</param>
/// <param name="Until">Ticks of the last reading; 0 where no reading had a time.</param>
/// <param name="State">What <see cref="StreamBytes.Write"/> gave for it.</param>
public sealed record KnownSeries(string? Name, long Until, ReadOnlyMemory<byte> State)
{
    /// <summary>A state of its own that goes on from there.</summary>
    /// <param name="form">The form whose state it is.</param>
    internal IStreamState Open(IScoresStreams form) => StreamBytes.Read(form, State);
}
