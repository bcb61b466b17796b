namespace Modelwright.Monitoring.References;

/// <summary>What is kept of honest rows: figures, never a row. This is the file.</summary>
internal sealed record ReferenceDocument
{
    /// <summary>The word that tells such a file from others.</summary>
    public const string Word = "monitor_reference";

    /// <summary>What the file is.</summary>
    public string Kind { get; init; } = Word;

    /// <summary>The version of the file, from 1.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The model whose answers it knows.</summary>
    public required string ModelId { get; init; }

    /// <summary>Rows it was learned from.</summary>
    public required int Rows { get; init; }

    /// <summary>Those with a label.</summary>
    public int LabelledRows { get; init; }

    /// <summary>Whether it comes from the statistics in the package alone.</summary>
    public bool IsFromPackage { get; init; }

    /// <summary>The features, in the order of the schema.</summary>
    public required IReadOnlyList<ReferenceColumn> Columns { get; init; }

    /// <summary>What is answered.</summary>
    public IReadOnlyList<ReferenceColumn> Answers { get; init; } = [];

    /// <summary>The target; null without labels.</summary>
    public ReferenceColumn? Target { get; init; }

    /// <summary>All columns together; null where they are not known together.</summary>
    public ReferenceFeatures? Together { get; init; }

    /// <summary>How often rows repeat; null where that is not known.</summary>
    public ReferenceRepeats? Repeats { get; init; }

    /// <summary>How good the model is; null for tasks without a target.</summary>
    public ReferencePerformance? Performance { get; init; }

    /// <summary>What a person should know of it, each a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
