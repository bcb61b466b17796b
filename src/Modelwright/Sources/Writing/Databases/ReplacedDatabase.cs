using Modelwright.Core.Errors;
using Modelwright.Sources.Databases;

namespace Modelwright.Sources.Writing.Databases;

/// <summary>Guards a database that a new file would replace: a person who names it may think that a table is added.</summary>
internal static class ReplacedDatabase
{
    /// <summary>Refuses to replace a database that holds other tables, or that another program has open.</summary>
    /// <param name="path">The file that a person named.</param>
    /// <param name="companions">Ends of the names of files that hold a part of the database; one that is left would be taken for a part of the new one.</param>
    /// <param name="tables">Asks for its tables.</param>
    /// <exception cref="OptionsException">It must not be replaced.</exception>
    internal static void Check(string path, IReadOnlyList<string> companions, Func<IReadOnlyList<DatabaseTableName>> tables)
    {
        if (companions.FirstOrDefault(end => File.Exists(path + end)) is { } found)
        {
            throw new OptionsException($"'{path}' cannot be written: '{path}{found}' beside it is a part of a database that is open, or was not closed. Close the program that uses it, or name another file.");
        }

        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        string[] others = [.. Tables(path, tables).Select(table => table.Shown).Where(name => name != WrittenTable.Name)];
        if (others.Length > 0)
        {
            const int Most = 10;
            throw new OptionsException($"'{path}' cannot be written: it is a database that holds {(others.Length == 1 ? "the table" : "the tables")} {string.Join(", ", others.Take(Most).Select(name => $"'{name}'"))}{(others.Length > Most ? " and more" : "")}, and a new one would take its place. Name another file.");
        }
    }

    private static IReadOnlyList<DatabaseTableName> Tables(string path, Func<IReadOnlyList<DatabaseTableName>> tables)
    {
        try
        {
            return tables();
        }
        catch (DataException fault)
        {
            throw new OptionsException($"'{path}' cannot be written: the tables in it cannot be read, so the file is left as it is. Delete it, or name another file. {fault.Message}", fault);
        }
    }
}
