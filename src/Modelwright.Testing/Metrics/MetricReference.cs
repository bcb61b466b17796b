using Modelwright.Measures;

namespace Modelwright.Testing.Metrics;

/// <summary>A score that another program, or a paper, gives for some answers.</summary>
/// <param name="Name">Which case it is, for the text of a failure.</param>
/// <param name="Answers">The answers.</param>
/// <param name="Score">The score; equal to 1 part in 10^9, or 10^-12 near 0.</param>
public sealed record MetricReference(string Name, Answers Answers, double Score);
