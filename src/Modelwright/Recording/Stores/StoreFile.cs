using Microsoft.Data.Sqlite;
using Modelwright.Core.Errors;
using SQLitePCL;

namespace Modelwright.Recording.Stores;

/// <summary>Opens the file of the store: makes it where there is none, brings an older one up to date, and refuses what is none.</summary>
internal static class StoreFile
{
    private const int LengthLimit = 0;
    private const int AttachedLimit = 7;
    private const int LongestValue = 64 << 20;

    /// <summary>Opens the store to read and write; several programs may at the same time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isNew">Whether it may be made, with its folder.</param>
    /// <param name="secondsToWait">How long to wait for another program that writes.</param>
    /// <exception cref="OptionsException">It cannot be opened, or is no store; the text says which and what to do.</exception>
    public static SqliteConnection Open(string path, bool isNew, int secondsToWait = 5)
    {
        if (!isNew && !File.Exists(path))
        {
            throw new OptionsException($"{path}: no run is recorded here. Train a model first, go to the folder where one was trained, or name its store with --store.");
        }

        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            connection = new(new SqliteConnectionStringBuilder
            {
                DataSource = Path.GetFullPath(path),
                Mode = isNew ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = secondsToWait,
            }.ConnectionString);
            connection.Open();
            Prepare(connection, path);
            return connection;
        }
        catch (Exception fault)
        {
            connection?.Dispose();
            if (StoreFault.Explain(path, fault) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        raw.sqlite3_limit(connection.Handle, LengthLimit, LongestValue);
        raw.sqlite3_limit(connection.Handle, AttachedLimit, 0);
        Run(connection, "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON");
        var (version, isEmpty) = LookAtOnce(connection, path);
        if (version < StoreSchema.Steps.Count)
        {
            Migrate(connection, path, isEmpty);
        }

        Run(connection, "PRAGMA synchronous = NORMAL");
    }

    /// <summary>Looks at one moment of the file: another program may be making the store, which between two looks would seem to be none.</summary>
    private static (long Version, bool IsEmpty) LookAtOnce(SqliteConnection connection, string path)
    {
        using var moment = connection.BeginTransaction(deferred: true);
        return Look(connection, path);
    }

    /// <summary>Looks before anything is changed: a file of somebody else's stays as it is.</summary>
    private static (long Version, bool IsEmpty) Look(SqliteConnection connection, string path)
    {
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        var isEmpty = application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isEmpty && (application != StoreSchema.ApplicationId || version < 1))
        {
            throw new OptionsException($"{path}: this is a database of another program, not a store of runs. Name another file with --store.");
        }

        return version <= StoreSchema.Steps.Count
            ? (version, isEmpty)
            : throw new OptionsException($"{path}: the store is of version {version}; this release knows versions 1 to {StoreSchema.Steps.Count}. Use a newer release, or name another file with --store.");
    }

    private static void Migrate(SqliteConnection connection, string path, bool isEmpty)
    {
        if (isEmpty)
        {
            // Readers do not wait for the writer, nor the writer for them. Stays so in the file.
            Run(connection, "PRAGMA journal_mode = WAL");
        }

        using var transaction = connection.BeginTransaction(deferred: false);

        // Another program may have done it meanwhile.
        var (version, _) = Look(connection, path);
        foreach (var step in StoreSchema.Steps.Skip((int)version))
        {
            Run(connection, step);
        }

        Run(connection, $"PRAGMA application_id = {StoreSchema.ApplicationId}; PRAGMA user_version = {StoreSchema.Steps.Count}");
        transaction.Commit();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
