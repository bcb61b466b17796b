namespace Modelwright.Core.Learning;

/// <summary>What is to be said about a fit.</summary>
public sealed record FitReport
{
    /// <summary>Why the fit ended.</summary>
    public FitEnd End { get; init; }

    /// <summary>
    /// The settings that repeat this fit without a clock and without validation rows: those given, with what early
    /// stopping or the deadline decided (rounds, trees, iterations) filled in. A plan records these.
    /// </summary>
    public ParameterValues Decided { get; init; } = ParameterValues.Default;

    /// <summary>What a person should know, each a sentence with its remedy; empty where all went well.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
