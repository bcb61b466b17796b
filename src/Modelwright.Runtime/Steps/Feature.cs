using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps;

/// <summary>A column made by a step, traceable to where it comes from.</summary>
/// <param name="Name">Stable: the same training rows give the same name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Origins">The columns it is made from.</param>
public sealed record Feature(string Name, ColumnType Type, IReadOnlyList<string> Origins);
