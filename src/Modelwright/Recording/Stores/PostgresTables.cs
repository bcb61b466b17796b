using System.Globalization;
using Modelwright.Core.Errors;
using Npgsql;

namespace Modelwright.Recording.Stores;

/// <summary>Makes the tables of a store in PostgreSQL, brings older ones up to date, and refuses newer ones.</summary>
internal static class PostgresTables
{
    /// <summary>The least seconds to wait for who makes the tables: that is done once, and everybody who comes meanwhile needs them.</summary>
    private const int FewestSeconds = 15;

    /// <summary>Makes ready what was just opened.</summary>
    /// <param name="connection">The database, with the schema as its search path.</param>
    /// <param name="shown">Its address, for texts.</param>
    /// <param name="schema">The schema, a plain name.</param>
    /// <param name="secondsToWait">How long to wait for another program that makes the same tables, if more than 15.</param>
    /// <exception cref="OptionsException">The schema is another program's or a later release's.</exception>
    public static void Prepare(NpgsqlConnection connection, string shown, string schema, int secondsToWait)
    {
        if (Version(connection, shown, schema) == StoreSchema.Steps.Count)
        {
            return;
        }

        StoreCommand.Run(connection, string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = '{Math.Max(secondsToWait, FewestSeconds)}s'"));
        using (var transaction = StoreTransaction.ToWriteAlone(connection))
        {
            Make(connection, schema, Version(connection, shown, schema));
            transaction.Commit();
        }

        StoreCommand.Run(connection, "SET lock_timeout = 0");
    }

    private static void Make(NpgsqlConnection connection, string schema, int version)
    {
        if (version == StoreSchema.Steps.Count)
        {
            // Another program has done it meanwhile, and more may wait for the same: they are not kept waiting.
            return;
        }

        if (version == 0)
        {
            StoreCommand.Run(connection, $"CREATE SCHEMA IF NOT EXISTS \"{schema}\"");
            StoreCommand.Run(connection, "CREATE TABLE store (version integer NOT NULL)");
            StoreCommand.Run(connection, "INSERT INTO store (version) VALUES (0)");
        }

        foreach (var step in StoreSchema.PostgresSteps.Skip(version))
        {
            StoreCommand.Run(connection, step);
        }

        StoreCommand.Run(connection, "UPDATE store SET version = $1", StoreSchema.Steps.Count);
    }

    private static int Version(NpgsqlConnection connection, string shown, string schema)
    {
        var tables = StoreCommand.Read(connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = $1 LIMIT 1000", row => row.GetString(0), schema);
        if (tables.Count == 0)
        {
            return 0;
        }

        if (!tables.Contains("store") || StoreCommand.Read(connection, "SELECT version FROM store LIMIT 2", row => row.GetInt32(0)) is not [var version])
        {
            throw new OptionsException($"{shown}: the schema '{schema}' is of another program, not a store of runs. Name another one with 'Search Path' in the address.");
        }

        return version <= StoreSchema.Steps.Count
            ? version
            : throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"{shown}: the store is of version {version}; this release knows versions 1 to {StoreSchema.Steps.Count}. Use a newer release, or name another store with --store."));
    }
}
