using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction;

/// <summary>Rows as the schema means them.</summary>
/// <param name="Table">The schema's columns in the schema's order and types.</param>
/// <param name="Counts">What was missing, unseen or unreadable, one entry a column of <paramref name="Table"/>, in its order.</param>
public sealed record Admitted(Table Table, IReadOnlyList<ColumnCounts> Counts);
