using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>What files of cells under names ask of the names.</summary>
internal static class NameCheck
{
    /// <summary>Refuses a table without columns, and a column without a name.</summary>
    /// <param name="check">Takes what is wrong.</param>
    /// <param name="table">The table.</param>
    /// <param name="kind">The file in words: 'a Parquet file'.</param>
    internal static CellCheck Named(this CellCheck check, Table table, string kind) => check
        .Add(table.Columns.Count > 0 ? null : $"{kind} cannot hold a table without columns. Write CSV, or add a column.")
        .Names(name => name.Length == 0 ? $"it is empty, and {kind} needs one. Name the column, or write CSV." : null);

    /// <summary>Refuses names that differ by letter case only.</summary>
    /// <param name="check">Takes what is wrong.</param>
    /// <param name="table">The table.</param>
    /// <param name="engine">What takes them for the same.</param>
    internal static CellCheck NamedApart(this CellCheck check, Table table, string engine)
    {
        foreach (var group in table.Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            check.Add($"the columns {string.Join(" and ", group.Select(name => $"'{FaultList.Show(name)}'"))} differ by letter case only, which {engine} cannot keep apart. Rename one of them, or write CSV.");
        }

        return check;
    }
}
