using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Sources;

namespace Modelwright.Profile;

/// <summary>What a person says about the data; it wins over what is found.</summary>
public sealed record ProfileOptions
{
    /// <summary>The column to predict; null where nothing is to be predicted, or where <see cref="Roles"/> names it.</summary>
    public string? Target { get; init; }

    /// <summary>Types by column.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>Roles by column. A column that is found to be an id or a constant is used again if it is told to be a feature.</summary>
    public IReadOnlyDictionary<string, ColumnRole> Roles { get; init; } = new Dictionary<string, ColumnRole>();

    /// <summary>Columns not to be used.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The task; null lets the target tell.</summary>
    public LearningTask? Task { get; init; }

    /// <summary>What the source said, so that its marker texts are shown; null where the table came from objects.</summary>
    public SourceReport? Source { get; init; }
}
