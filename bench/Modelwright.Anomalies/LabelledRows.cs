using Modelwright.Core.Data;

namespace Modelwright.Anomalies;

/// <summary>The rows of a set.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Features">All columns but the label.</param>
/// <param name="IsStrange">The label of each row; for scoring only.</param>
internal sealed record LabelledRows(string Name, Table Features, bool[] IsStrange);
