using System.Data.Common;

namespace Modelwright.Recording.Servers;

/// <summary>Opens connections, so that none is left behind where that fails.</summary>
internal static class Connections
{
    /// <summary>Opens a connection.</summary>
    /// <param name="connection">A closed one; disposed of where it does not open.</param>
    /// <param name="prepare">What is said before anything is asked; null where there is nothing to say.</param>
    internal static TConnection Opened<TConnection>(TConnection connection, Action<TConnection>? prepare = null)
        where TConnection : DbConnection
    {
        try
        {
            connection.Open();
            prepare?.Invoke(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
