using Modelwright.Core.Data;

namespace Modelwright.Core.Learning;

/// <summary>A column that a form reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type it must have.</param>
/// <param name="Levels">For a category: the levels behind the codes the form knows; a level outside them counts as missing. Empty otherwise.</param>
public sealed record FormInput(string Name, ColumnType Type, IReadOnlyList<string> Levels);
