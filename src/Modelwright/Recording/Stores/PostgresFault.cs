using System.Net.Sockets;
using Modelwright.Core.Errors;
using Modelwright.Recording.Servers;
using Npgsql;

namespace Modelwright.Recording.Stores;

/// <summary>What PostgreSQL and the network say of the store, in words with a remedy and without anything secret.</summary>
internal static class PostgresFault
{
    /// <summary>The fault in words; null where it is none of the store's.</summary>
    public static OptionsException? Explain(ConnectionAddress address, Exception fault) => fault switch
    {
        PostgresException error => new(address.WithoutSecrets(Words(address.Shown, error)), fault),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or SocketException or TimeoutException =>
            new($"{address.Shown}: {(fault.InnerException is TimeoutException or null ? "the server did not answer in time" : "no server answers")} ({address.WithoutSecrets(fault.GetBaseException().Message.TrimEnd('.'))}). Check the host and port and that the server runs, or name a file with --store."),
        NpgsqlException => new(address.WithoutSecrets($"{address.Shown}: {fault.Message.TrimEnd('.')}. Give the password in the address, in PGPASSWORD, or in {DatabasePassword.Variable}."), fault),
        _ => null,
    };

    private static string Words(string shown, PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{shown}: the server refuses the user ({error.MessageText}). Give the right user and password: in the address, in PGPASSWORD, or in {DatabasePassword.Variable}.",
        PostgresErrorCodes.InvalidCatalogName => $"{shown}: {error.MessageText}. Check the name of the database.",
        PostgresErrorCodes.InsufficientPrivilege => $"{shown}: {error.MessageText}. The user must be allowed to make and write the schema of the store.",
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => $"{shown}: another program holds the store locked. Try again when it is done.",
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => $"{shown}: the server has no room left ({error.MessageText}). Make room there.",
        _ => $"{shown}: the store cannot be used ({error.MessageText}; {error.SqlState}). Ask who keeps the database, or name another one with --store.",
    };
}
