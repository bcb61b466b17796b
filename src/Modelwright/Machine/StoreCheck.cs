using System.Buffers.Binary;
using System.Globalization;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;

namespace Modelwright.Machine;

/// <summary>Looks at the store of runs from outside: nothing is opened as a database, so nothing is changed.</summary>
internal static class StoreCheck
{
    private const int HeaderBytes = 100;
    private const int ApplicationPlace = 68;

    private static ReadOnlySpan<byte> Mark => "SQLite format 3\0"u8;

    internal static MachineCheck Look(RunStore store)
    {
        var subject = new Subject("store", "holds what training runs saw and decided; 'runs' shows it");
        try
        {
            if (store.IsServer)
            {
                return subject.Ok($"{store.Path}, a database on a server; it is not asked");
            }

            if (!File.Exists(store.Path))
            {
                return subject.Ok($"{store.Path}, none yet");
            }

            var found = string.Create(CultureInfo.InvariantCulture, $"{store.Path}, {new FileInfo(store.Path).Length / 1e6:0.0} MB");
            return !IsStore(store.Path)
                ? subject.Warning($"{store.Path} is no store of runs", "Move the file away, or name another one with --store or MODELWRIGHT_STORE.")
                : store.UnfinishedCount() is > 0 and var count
                    ? subject.Warning($"{found}, unfinished runs: {count}", "'modelwright runs' names them. Go on with each by the call that began it and --resume, or take it out by 'modelwright runs --delete ID'.")
                    : subject.Ok(found);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return subject.Warning($"{store.Path} could not be looked at ({fault.Message.Split('\n')[0].TrimEnd('.')})", "See who may read the file and its folder, or name another one with --store or MODELWRIGHT_STORE.");
        }
    }

    // Before its first run is done a new store may have its own mark in the file beside it.
    private static bool IsStore(string path)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var read = file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        var isNew = File.Exists(path + "-wal");
        return (read == 0 && isNew)
            || (read == HeaderBytes && header.StartsWith(Mark) && (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationPlace..]) == StoreSchema.ApplicationId || isNew));
    }
}
