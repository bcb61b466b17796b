using System.Buffers.Binary;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Databases;

/// <summary>Tells files of databases apart by their first bytes, as several kinds are named '.db'.</summary>
internal static class DatabaseFile
{
    private const int Start = 16;

    // Source: the storage format of DuckDB, a check sum of 8 bytes and then its name.
    internal static bool IsDuck(string path) => IsShared(path) && FirstBytes(path) is [_, _, _, _, _, _, _, _, (byte)'D', (byte)'U', (byte)'C', (byte)'K', ..];

    // Source: sqlite.org/fileformat.html, section 1.3.1.
    internal static bool IsSqlite(string path) => IsShared(path) && FirstBytes(path).AsSpan().SequenceEqual("SQLite format 3\0"u8);

    /// <summary>Refuses a file of SQLite that is shorter than its head says: SQLite itself may take the lost pages for empty ones.</summary>
    /// <remarks>Source: sqlite.org/fileformat.html, sections 1.3.2, 1.3.7 and 1.3.8: pages count where they were counted at the last change.</remarks>
    internal static void CheckIsWhole(string path)
    {
        const int HeadLength = 100;
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[HeadLength];
        if (file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength || !head[24..28].SequenceEqual(head[92..96]))
        {
            return;
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(head[16..]) is var size && size == 1 ? 1 << 16 : size;
        var stated = (long)pageSize * BinaryPrimitives.ReadUInt32BigEndian(head[28..]);
        if (head.StartsWith("SQLite format 3\0"u8) && file.Length < stated)
        {
            throw new DataException($"{path}: the SQLite database is cut: it has {file.Length} bytes of {stated}. Get the file again.");
        }
    }

    private static bool IsShared(string path) => path.EndsWith(".db", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static byte[] FirstBytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Start];
        return bytes[..file.ReadAtLeast(bytes, Start, throwOnEndOfStream: false)];
    }
}
