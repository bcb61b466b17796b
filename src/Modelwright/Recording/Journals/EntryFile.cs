using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modelwright.Recording.Journals;

/// <summary>
/// One entry of a journal as a file: a mark, the key, what it holds, and the SHA-256 of all before it. Written beside its
/// place and renamed, so that there is never half an entry; what was damaged later is found by the hash and taken for absent.
/// </summary>
internal static class EntryFile
{
    /// <summary>The end of the name of an entry.</summary>
    public const string Extension = ".entry";

    /// <summary>The end of the name of an entry that is being written.</summary>
    public const string Beside = ".writing";

    /// <summary>The longest entry.</summary>
    public const int MostBytes = 128 << 20;

    private const int LongestKey = 1 << 16;
    private const int HashBytes = 32;

    /// <summary>Bytes of an entry around key and body.</summary>
    public static readonly int Overhead = Mark.Length + (2 * sizeof(int)) + HashBytes;

    private static ReadOnlySpan<byte> Mark => "MWJRNL01"u8;

    /// <summary>Writes an entry.</summary>
    /// <returns>Bytes of the file.</returns>
    public static long Write(string path, string key, EntryBody body)
    {
        var name = Encoding.UTF8.GetBytes(key);
        var head = new byte[Mark.Length + (2 * sizeof(int)) + name.Length];
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Mark.Length), name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Mark.Length + sizeof(int)), checked((int)body.Length));
        name.CopyTo(head, Mark.Length + (2 * sizeof(int)));
        using var hash = SHA256.Create();
        using (var file = new FileStream(path + Beside, FileMode.Create, FileAccess.Write))
        {
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            {
                hashed.Write(head);
                body.CopyTo(hashed);
            }

            file.Write(hash.Hash);
        }

        File.Move(path + Beside, path, overwrite: true);
        return head.Length + body.Length + HashBytes;
    }

    /// <summary>Reads the key alone, unchecked; null where there is none.</summary>
    public static string? ReadKey(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return Head(file)?.Key;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads what an entry holds; null where the file is absent, cut, changed, too long, or of another key.</summary>
    public static byte[]? Read(string path, string key)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (Head(file) is not { } head || head.Key != key)
            {
                return null;
            }

            var body = new byte[head.BodyLength];
            file.ReadExactly(body);
            Span<byte> stored = stackalloc byte[HashBytes];
            file.ReadExactly(stored);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(head.Bytes);
            hash.AppendData(body);
            return stored.SequenceEqual(hash.GetHashAndReset()) ? body : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Lengths are held against the length of the file before anything is allocated.
    private static (string Key, int BodyLength, byte[] Bytes)? Head(FileStream file)
    {
        var start = new byte[Mark.Length + (2 * sizeof(int))];
        if (file.Length > MostBytes || file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan().StartsWith(Mark))
        {
            return null;
        }

        var keyLength = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(Mark.Length));
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(Mark.Length + sizeof(int)));
        if (keyLength is < 0 or > LongestKey || bodyLength < 0 || (long)start.Length + keyLength + bodyLength + HashBytes != file.Length)
        {
            return null;
        }

        var bytes = new byte[start.Length + keyLength];
        start.CopyTo(bytes, 0);
        file.ReadExactly(bytes, start.Length, keyLength);
        return (Encoding.UTF8.GetString(bytes, start.Length, keyLength), bodyLength, bytes);
    }
}
