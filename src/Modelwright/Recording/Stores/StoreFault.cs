using Microsoft.Data.Sqlite;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Stores;

/// <summary>What SQLite and the disk say of the store, in words with a remedy.</summary>
internal static class StoreFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The fault in words; null where it is none of the store's.</summary>
    public static OptionsException? Explain(string path, Exception fault) => fault switch
    {
        OptionsException told => told,
        SqliteException sqlite => new(Words(path, sqlite), fault),
        UnauthorizedAccessException or IOException => new($"{path}: the store cannot be made here ({fault.Message.TrimEnd('.')}). Name another file with --store, or leave it out with --no-store.", fault),
        DllNotFoundException or TypeInitializationException => new($"{path}: SQLite's native library did not load on this machine ({fault.GetBaseException().Message.TrimEnd('.')}). Leave the store out with --no-store.", fault),
        _ => null,
    };

    private static string Words(string path, SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked => $"{path}: another program holds the store locked. Try again when it is done, or name another file with --store.",
        ReadOnly => $"{path}: the store may not be written. Check who may write the file and its folder, or name another file with --store.",
        Corrupt or NotADatabase => $"{path}: this is no SQLite database, or it is damaged. Move it away to begin a new store; packages are not touched.",
        Full => $"{path}: the disk is full. Make room, or name a file on another disk with --store.",
        CannotOpen => $"{path}: the store cannot be opened. Check who may read and write the file and its folder, or name another file with --store.",
        _ => $"{path}: the store cannot be used ({fault.Message.TrimEnd('.')}). Move it away to begin a new one, or name another file with --store.",
    };
}
