using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Typed;

/// <summary>One input that generated code gives a model.</summary>
/// <param name="Name">The name of the column; case matters.</param>
/// <param name="Type">The type of the column.</param>
/// <param name="IsBoolean">Whether the code gives true and false; then the type is <see cref="ColumnType.Category"/>.</param>
public sealed record TypedInput(string Name, ColumnType Type, bool IsBoolean = false);
