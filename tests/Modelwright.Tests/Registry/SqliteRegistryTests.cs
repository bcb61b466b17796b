using Microsoft.Data.Sqlite;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;
using Modelwright.Tests.Recording.Runs;

namespace Modelwright.Tests.Registry;

public sealed class SqliteRegistryTests : RegistrySuite
{
    private readonly StoreFolder _folder = new();

    internal override RunStore Store => _folder.Store;

    private string Models => Path.Combine(_folder.Path, "models");

    private string[] Kept => Directory.Exists(Models) ? Directory.GetFiles(Models, "*", SearchOption.AllDirectories) : [];

    protected override void Clean() => _folder.Dispose();

    [Fact]
    public void Package_ChangedOrGone_IsNotReadAndCanBeHealed()
    {
        var version = Packages.Add(1);
        var path = Assert.Single(Kept);
        Assert.Equal(Path.Combine(Models, version.Sha256[..2], version.Sha256 + ".mw"), path);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.StartsWith("churn@1: its package is not the one that was registered; the hash of its content is not ", Assert.Throws<ArtifactException>(() => Packages.Registry.LoadPackage("churn", cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

        File.Delete(path);
        Assert.StartsWith("churn@1: its package ", Assert.Throws<ArtifactException>(() => Packages.Registry.LoadPackage("churn", cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

        Assert.Equal(1, Packages.Add(1).Version);
        Assert.Equal(version.ModelId, Packages.Registry.LoadPackage("churn", cancellation: TestContext.Current.CancellationToken).ModelId);
    }

    [Fact]
    public void Register_AFileThatIsNoPackage_LeavesNothing()
    {
        var path = Packages.Of("odd.mw");
        File.WriteAllText(path, "no package");
        Assert.StartsWith($"{path}: ", Assert.Throws<ArtifactException>(() => Packages.Registry.Register("churn", path, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Empty(Kept);
    }

    /// <summary>A kill between the file and its row leaves a file that no version needs; one while copying, a copy.</summary>
    [Fact]
    public void Remove_SweepsWhatAKillLeft_AndNothingElse()
    {
        Packages.Add(1);
        Packages.Add(2);
        var (orphan, stranger, old, young) = (Path.Combine(Models, "ab", "ab" + new string('0', 62) + ".mw"), Path.Combine(Models, "notes.mw"), Path.Combine(Models, "old.partial"), Path.Combine(Models, "young.partial"));
        Directory.CreateDirectory(Path.GetDirectoryName(orphan)!);
        foreach (var path in (string[])[orphan, stranger, old, young])
        {
            File.WriteAllText(path, "");
        }

        File.SetLastWriteTimeUtc(old, Packages.Clock.Now.UtcDateTime.AddDays(-2));
        File.SetLastWriteTimeUtc(young, Packages.Clock.Now.UtcDateTime);
        Packages.Registry.Remove("churn@2");

        Assert.Equal(new[] { stranger, young }.Order(StringComparer.Ordinal), Kept.Where(path => !path.Contains(Packages.Registry.Resolve("churn@1").Sha256, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(1, Packages.Registry.Resolve("churn").Version);
        Packages.Registry.LoadPackage("churn", cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Register_KilledBeforeItsCommit_LeavesTheRegistryAsItWas()
    {
        Packages.Add(1);
        using (var killed = StoreFile.Open(_folder.File, isNew: false))
        using (killed.BeginTransaction(deferred: false))
        {
            StoreCommand.Run(killed, "UPDATE models SET newest = 7");
            StoreCommand.Run(killed, "DELETE FROM model_versions");
        }

        Assert.Equal(2, Packages.Add(2).Version);
    }

    [Fact]
    public void Log_ByOtherPrograms_IsNotChanged()
    {
        Packages.Add(1);
        Assert.Throws<SqliteException>(() => _folder.Run("UPDATE model_changes SET person = 'nobody'"));
        Assert.Throws<SqliteException>(() => _folder.Run("DELETE FROM model_changes"));
    }

    [Fact]
    public void Store_OfTheSecondVersion_IsBroughtUpToDate()
    {
        _folder.Run(StoreSchema.Steps[0] + StoreSchema.Steps[1]);
        _folder.Run($"PRAGMA application_id = {StoreSchema.ApplicationId}; PRAGMA user_version = 2");
        Assert.Empty(Packages.Registry.List());
        Assert.Equal(1, Packages.Add(1).Version);
    }
}
