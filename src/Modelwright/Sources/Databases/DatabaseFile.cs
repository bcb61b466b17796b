namespace Modelwright.Sources.Databases;

/// <summary>Tells files of databases apart by their first bytes, as several kinds are named '.db'.</summary>
internal static class DatabaseFile
{
    private const int Start = 16;

    // Source: the storage format of DuckDB, a check sum of 8 bytes and then its name.
    internal static bool IsDuck(string path) => IsShared(path) && FirstBytes(path) is [_, _, _, _, _, _, _, _, (byte)'D', (byte)'U', (byte)'C', (byte)'K', ..];

    // Source: sqlite.org/fileformat.html, section 1.3.1.
    internal static bool IsSqlite(string path) => IsShared(path) && FirstBytes(path).AsSpan().SequenceEqual("SQLite format 3\0"u8);

    private static bool IsShared(string path) => path.EndsWith(".db", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static byte[] FirstBytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Start];
        return bytes[..file.ReadAtLeast(bytes, Start, throwOnEndOfStream: false)];
    }
}
