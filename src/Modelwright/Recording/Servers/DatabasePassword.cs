using System.Data.Common;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Servers;

/// <summary>Where the password of a server comes from when it is not in the address.</summary>
internal static class DatabasePassword
{
    /// <summary>The environment variable that is read for every kind of server.</summary>
    internal const string Variable = "MODELWRIGHT_DATABASE_PASSWORD";

    internal static string? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } password ? password : null;

    /// <summary>Sets one pair of an address; what is wrong is named by its key alone.</summary>
    internal static void Set(DbConnectionStringBuilder settings, string key, string value, ConnectionAddress address)
    {
        try
        {
            settings[key] = value;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException or NotSupportedException or InvalidCastException)
        {
            var isKnown = settings.ContainsKey(key);
            throw new OptionsException($"{address.Shown}: the connection string has {(isKnown ? $"a value for '{key}' that does not fit" : $"the key '{key}', which {(address.IsPostgres ? "PostgreSQL" : "SQL Server")} does not know")}. Correct it or leave it out.");
        }
    }
}
