using Modelwright.Core.Learning;

namespace Modelwright.Testing.Streams;

/// <summary>A form of streams to put through its contract.</summary>
/// <param name="Form">A form that is an <see cref="Core.Learning.Streams.IScoresStreams"/>.</param>
/// <param name="Times">Ticks, one a reading, 100 readings or more.</param>
/// <param name="Values">Readings x inputs, reading by reading, some missing.</param>
public sealed record StreamSample(IForm Form, IReadOnlyList<long> Times, IReadOnlyList<double> Values);
