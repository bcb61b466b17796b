namespace Modelwright.Explain.Counterfactuals;

/// <summary>What may change to reach a goal.</summary>
public sealed record CounterfactualOptions
{
    /// <summary>The columns that may change; empty means all that the model reads but texts.</summary>
    public IReadOnlyList<string> Mutable { get; init; } = [];

    /// <summary>Columns that may not, whatever <see cref="Mutable"/> says by default.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>Columns that change together at most, 1 to 5.</summary>
    public int MostColumns { get; init; } = 3;

    /// <summary>Different sets of columns that are told at most; 1 or more.</summary>
    public int MostAnswers { get; init; } = 3;
}
