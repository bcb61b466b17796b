using System.Data.Common;
using Modelwright.Core.Errors;
using Modelwright.Recording.Servers;

namespace Modelwright.Recording.Stores;

/// <summary>Where a store is: a file of SQLite or a database of PostgreSQL. Safe from any thread.</summary>
internal abstract class StorePlace
{
    /// <summary>Seconds to wait for another program that writes, where nobody says otherwise.</summary>
    public const int SecondsToWait = 5;

    /// <summary>The place without anything secret, for texts.</summary>
    public abstract string Shown { get; }

    /// <summary>The folder for what lies beside the store on this machine: journals, and packages of a file's registry.</summary>
    public abstract string Folder { get; }

    /// <summary>How long the end of a run may wait for what is still to be written.</summary>
    public abstract TimeSpan LongestEnd { get; }

    /// <summary>Whether it is on a server.</summary>
    public abstract bool IsServer { get; }

    /// <summary>The place that a text names.</summary>
    /// <exception cref="OptionsException">An address is not understood, or is of a server that holds no store.</exception>
    public static StorePlace Of(string text) => ConnectionAddress.IsOne(text) && !File.Exists(text) ? Server(ConnectionAddress.Parse(text)) : new SqlitePlace(text);

    /// <summary>Opens the store and brings its tables up to date.</summary>
    /// <param name="isNew">Whether it may be made.</param>
    /// <param name="secondsToWait">How long to wait for another program that writes.</param>
    /// <exception cref="OptionsException">It cannot be opened, or is no store; the text says what to do.</exception>
    public abstract DbConnection Open(bool isNew, int secondsToWait);

    /// <summary>What keeps the store from being used, in words; null where it is no fault of the store.</summary>
    public abstract OptionsException? Explain(Exception fault);

    private static PostgresPlace Server(ConnectionAddress address) => address.IsPostgres
        ? new(address)
        : throw new OptionsException($"{address.Shown}: a store lies in a file of SQLite or in PostgreSQL, not in SQL Server. Name a file or postgres://user@host/database with --store.");
}
