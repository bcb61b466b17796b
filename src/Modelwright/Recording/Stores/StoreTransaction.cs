using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Modelwright.Recording.Stores;

/// <summary>Transactions of the store. Disposed of without a commit, nothing of them remains.</summary>
internal static class StoreTransaction
{
    /// <summary>Begins to write. One at a time may in a file of SQLite; in PostgreSQL writers of different rows do not wait for one another.</summary>
    public static DbTransaction ToWrite(DbConnection store) =>
        store is SqliteConnection file ? file.BeginTransaction(deferred: false) : store.BeginTransaction();

    /// <summary>Begins to write what must stay consistent over several rows: whoever else does so waits until this transaction ends.</summary>
    public static DbTransaction ToWriteAlone(DbConnection store)
    {
        var transaction = ToWrite(store);
        try
        {
            if (store is not SqliteConnection)
            {
                StoreCommand.Read(store, "SELECT pg_advisory_xact_lock($1)", _ => 0, (long)StoreSchema.ApplicationId);
            }

            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <summary>Begins to read: all reads see the store as it was at one moment.</summary>
    public static DbTransaction ToRead(DbConnection store) =>
        store is SqliteConnection file ? file.BeginTransaction(deferred: true) : store.BeginTransaction(IsolationLevel.RepeatableRead);
}
