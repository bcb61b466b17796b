using Modelwright.Core.Errors;

namespace Modelwright.Sources.Duck;

/// <summary>Loads the native library and asks it who it is.</summary>
internal static class DuckVersion
{
    /// <summary>The version, such as 'v1.5.0'.</summary>
    /// <exception cref="DataException">The native library does not load.</exception>
    internal static string Ask()
    {
        using var session = DuckSession.Open(Path.GetTempPath(), new() { Threads = 1 });
        return session.Connection.ServerVersion;
    }
}
