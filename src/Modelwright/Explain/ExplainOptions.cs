using Modelwright.Core.Data;

namespace Modelwright.Explain;

/// <summary>How rows are explained.</summary>
public sealed record ExplainOptions
{
    /// <summary>Threads to use; 1 or more. The contributions are the same at any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Chance of an estimate by sampling; exact contributions have none.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Rows that a model without exact contributions is compared with; null means rows made up from the package's statistics of its
    /// training rows, each column apart.
    /// </summary>
    public Table? Background { get; init; }

    /// <summary>For an estimate by sampling: background rows a row is compared with, each by one random order of the columns and its reverse; 2 or more.</summary>
    public int Samples { get; init; } = 32;
}
