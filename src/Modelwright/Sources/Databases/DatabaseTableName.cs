using Modelwright.Core.Errors;

namespace Modelwright.Sources.Databases;

/// <summary>A table or view of a database.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUsual">Whether the schema is the one that need not be named.</param>
internal sealed record DatabaseTableName(string Schema, string Name, bool IsUsual)
{
    private const int MostListed = 20;

    /// <summary>As a person names it.</summary>
    internal string Shown => IsUsual ? Name : $"{Schema}.{Name}";

    /// <summary>The table that is meant.</summary>
    /// <param name="address">The database, named in errors.</param>
    /// <param name="tables">All there are.</param>
    /// <param name="asked">What the person asked for; null means the only one.</param>
    /// <exception cref="DataException">There is no such table, none at all, or several and none was named; the text lists them.</exception>
    internal static DatabaseTableName Choose(string address, IReadOnlyList<DatabaseTableName> tables, string? asked)
    {
        if (asked is not null)
        {
            return tables.FirstOrDefault(table => table.Shown == asked || $"{table.Schema}.{table.Name}" == asked)
                ?? throw new DataException($"{address}: there is no table '{asked}'.{NearestName.Suggest(asked, tables.Select(table => table.Shown))} {Listed(tables)} Name one of them, or ask by Query (--query).");
        }

        return tables.Count == 1
            ? tables[0]
            : throw new DataException($"{address}: {(tables.Count == 0 ? "there is no table in it. Name another database." : $"there are {tables.Count} tables. {Listed(tables)} Name one by DatabaseTable (--table), or ask by Query (--query).")}");
    }

    private static string Listed(IReadOnlyList<DatabaseTableName> tables) => tables.Count == 0
        ? "There is no table at all."
        : $"There are: {string.Join(", ", tables.Take(MostListed).Select(table => table.Shown))}{(tables.Count > MostListed ? ", …" : "")}.";
}
