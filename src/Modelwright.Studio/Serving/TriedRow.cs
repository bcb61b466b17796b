using Modelwright.Explain;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Studio.Serving;

/// <summary>What became of a row that a person tried: an answer with reasons, or all that is wrong.</summary>
public sealed record TriedRow
{
    /// <summary>What is wrong with single columns, a sentence each with its remedy, by column.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the row as a whole; null where nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>The answer; null where anything is wrong.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Why it was answered so, the strongest first; empty where <see cref="NoReasons"/> says why.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What the reasons add up to, such as the probability of a class; null without reasons.</summary>
    public string? ReasonsOf { get; init; }

    /// <summary>The answer before any column speaks; null without reasons.</summary>
    public double? Start { get; init; }

    /// <summary>Why there are no reasons; null where there are.</summary>
    public string? NoReasons { get; init; }
}
