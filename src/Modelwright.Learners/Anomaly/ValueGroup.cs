namespace Modelwright.Learners.Anomaly;

/// <summary>Three rows or more of a column that are next to each other in ascending order.</summary>
/// <param name="Value">Their mean.</param>
/// <param name="Below">Rows below the group.</param>
/// <param name="Count">Rows of the group.</param>
/// <param name="IsShared">Whether all have this value.</param>
internal readonly record struct ValueGroup(double Value, int Below, int Count, bool IsShared);
