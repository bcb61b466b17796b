using Microsoft.Data.Sqlite;
using Modelwright.Recording.Stores;

namespace Modelwright.Tests.Recording.Runs;

/// <summary>Each thing that keeps a store from being used has words and a remedy.</summary>
public sealed class StoreFaultTests
{
    [Theory]
    [InlineData(5, "runs.db: another program holds the store locked. Try again when it is done, or name another file with --store.")]
    [InlineData(6, "runs.db: another program holds the store locked. Try again when it is done, or name another file with --store.")]
    [InlineData(8, "runs.db: the store may not be written. Check who may write the file and its folder, or name another file with --store.")]
    [InlineData(11, "runs.db: this is no SQLite database, or it is damaged. Move it away to begin a new store; packages are not touched.")]
    [InlineData(13, "runs.db: the disk is full. Make room, or name a file on another disk with --store.")]
    [InlineData(14, "runs.db: the store cannot be opened. Check who may read and write the file and its folder, or name another file with --store.")]
    [InlineData(26, "runs.db: this is no SQLite database, or it is damaged. Move it away to begin a new store; packages are not touched.")]
    [InlineData(1, "runs.db: the store cannot be used (no such table: runs). Move it away to begin a new one, or name another file with --store.")]
    public void Explain_WhatSqliteSays_SaysWhatToDo(int code, string expected) =>
        Assert.Equal(expected, StoreFault.Explain("runs.db", new SqliteException("no such table: runs.", code))!.Message);

    [Fact]
    public void Explain_WhatTheDiskOrTheLibrarySays_SaysWhatToDo()
    {
        Assert.Equal("runs.db: the store cannot be made here (Denied). Name another file with --store, or leave it out with --no-store.", StoreFault.Explain("runs.db", new UnauthorizedAccessException("Denied."))!.Message);
        Assert.Equal("runs.db: SQLite's native library did not load on this machine (no e_sqlite3). Leave the store out with --no-store.", StoreFault.Explain("runs.db", new TypeInitializationException("x", new DllNotFoundException("no e_sqlite3")))!.Message);
        Assert.Null(StoreFault.Explain("runs.db", new InvalidOperationException("ours")));
    }
}
