using System.Data.Common;
using Modelwright.Recording.Runs;

namespace Modelwright.Tests.Recording.Runs;

public sealed class SqliteRunStoreTests : RunStoreSuite
{
    internal override RunStore Store => Folder.Store;

    internal override DbConnection Open() => Folder.Open();

    // Journals lie beside the file, and nothing else does.
    internal override void HasNoJournal(params IEnumerable<string> runs) => Assert.Empty(Directory.GetDirectories(Folder.Path));
}
