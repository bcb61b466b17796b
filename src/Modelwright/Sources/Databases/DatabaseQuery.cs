using System.Data.Common;

namespace Modelwright.Sources.Databases;

/// <summary>One statement that is ready to run.</summary>
/// <param name="Command">Runs it.</param>
/// <param name="Transaction">Holds it from changing anything; never committed. Null where the connection itself does.</param>
/// <param name="Cancel">Ends it from another thread.</param>
internal sealed record DatabaseQuery(DbCommand Command, DbTransaction? Transaction, Action Cancel) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Command.Dispose();
        Transaction?.Dispose();
    }
}
