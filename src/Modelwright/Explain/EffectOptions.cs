namespace Modelwright.Explain;

/// <summary>How effects are measured.</summary>
public sealed record EffectOptions
{
    /// <summary>Rows that means are taken over, drawn from those given; 10 or more.</summary>
    public int Rows { get; init; } = 300;

    /// <summary>Points of a column at most, from 2; a map has at most 8 of each column.</summary>
    public int Points { get; init; } = 21;

    /// <summary>Classes whose probability is followed at most, the most probable first; of two classes only <see cref="Positive"/>.</summary>
    public int Classes { get; init; } = 4;

    /// <summary>Of two classes the 0-based position of the one whose probability is followed: 0 or 1, by default the second.</summary>
    public int Positive { get; init; } = 1;

    /// <summary>Chance of the draw.</summary>
    public int Seed { get; init; }

    /// <summary>Threads to use; 1 or more. The effects are the same at any number.</summary>
    public int Threads { get; init; } = 1;
}
