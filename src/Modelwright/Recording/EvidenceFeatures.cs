namespace Modelwright.Recording;

/// <summary>Features that come from the same columns of the data.</summary>
/// <param name="Columns">Names of the columns; none where a feature comes from no column.</param>
/// <param name="Names">The features as the learners of the model see them.</param>
public sealed record EvidenceFeatures(IReadOnlyList<string> Columns, IReadOnlyList<string> Names);
