using System.Data.Common;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Databases;

/// <summary>How one kind of database is opened and asked. What it gives is read by <see cref="DatabaseReader"/>, the same for all.</summary>
internal interface IDatabase
{
    /// <summary>The name of the source.</summary>
    string Name { get; }

    /// <summary>The database in errors and reports; nothing secret.</summary>
    string Shown { get; }

    /// <summary>Bytes of its file; 0 where it is a server.</summary>
    long Bytes { get; }

    /// <summary>Opens it to be read only.</summary>
    /// <returns>An open connection.</returns>
    DbConnection Open();

    /// <summary>The tables and views that there are.</summary>
    IReadOnlyList<DatabaseTableName> Tables(DbConnection connection);

    /// <summary>The name of a table, quoted.</summary>
    string Quote(DatabaseTableName table);

    /// <summary>Makes one SELECT ready to run in a transaction that can change nothing.</summary>
    /// <exception cref="DataException">The statement is no SELECT, or more than one.</exception>
    DatabaseQuery Prepare(DbConnection connection, string sql);

    /// <summary>Says in words what a fault of the driver means; null where it is not one of its own.</summary>
    DataException? Explain(Exception fault);
}
