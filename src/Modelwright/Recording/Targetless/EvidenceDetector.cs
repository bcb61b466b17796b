namespace Modelwright.Recording.Targetless;

/// <summary>One detector of anomalies.</summary>
/// <param name="Learner">Name of the learner.</param>
/// <param name="Title">Its name in prose.</param>
/// <param name="Weight">Its share in the shipped model; 0 where it has none.</param>
/// <param name="Agreement">Rank correlation with what is shipped, from -1 to 1.</param>
public sealed record EvidenceDetector(string Learner, string Title, double Weight, double Agreement)
{
    /// <summary>What differs from the learner's defaults, such as 'support=0.75'; empty where nothing does.</summary>
    public string Setting { get; init; } = "";
}
