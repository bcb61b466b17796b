using System.Text.Json.Serialization;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Charts;

/// <summary>A picture with the numbers behind it.</summary>
public abstract record Chart : ReportBlock
{
    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it, in a sentence or two.</summary>
    public required string Reading { get; init; }

    /// <summary>The same as a table.</summary>
    [JsonIgnore]
    public abstract Grid Table { get; }
}
