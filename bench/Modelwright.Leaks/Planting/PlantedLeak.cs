using Modelwright.Core.Data;

namespace Modelwright.Leaks.Planting;

/// <summary>One kind of leak that is put into a table.</summary>
/// <param name="Kind">What it is called in the results.</param>
/// <param name="Column">The column that is added, or that must be named; null where a finding about the table is looked for.</param>
/// <param name="Found">Kinds of findings that tell of it.</param>
/// <param name="Plant">Puts it into a table.</param>
internal sealed record PlantedLeak(string Kind, string? Column, IReadOnlyList<string> Found, Func<TargetTable, Random, Table> Plant);
