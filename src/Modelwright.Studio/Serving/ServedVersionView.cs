using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Studio.Serving;

/// <summary>A version of a served model.</summary>
/// <param name="Name">The name of the version, unique in its model.</param>
/// <param name="Package">The package.</param>
/// <param name="LoadedAt">When it was loaded, in UTC.</param>
/// <param name="Columns">The columns that a row must have, in the order of the schema.</param>
public sealed record ServedVersionView(string Name, Package Package, DateTimeOffset LoadedAt, IReadOnlyList<ColumnSpec> Columns);
