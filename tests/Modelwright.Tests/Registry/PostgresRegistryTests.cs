using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;
using Modelwright.Tests.Data;
using Modelwright.Tests.Sources.Databases;
using Npgsql;

namespace Modelwright.Tests.Registry;

public sealed class PostgresRegistryTests : RegistrySuite, IClassFixture<PostgresServer>
{
    private readonly PostgresServer _server;
    private readonly string _schema = FormattableString.Invariant($"s{Guid.NewGuid():N}");

    public PostgresRegistryTests(PostgresServer server)
    {
        _server = server;
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
    }

    internal override RunStore Store => new(_server.StoreAddress(_schema));

    [Fact]
    public async Task Run_Recorded_IsReadAsItWasWritten()
    {
        var run = await new Training(SmallTables.Classes(200), "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Trials = 2, Threads = 1, Record = new(Store) }.RunAsync(stop: TestContext.Current.CancellationToken);
        run.Saved(package: null);

        var recorded = Store.Get(run.RunId!);
        Assert.Empty(run.NotRecorded);
        Assert.Equal((RunState.Done, run.Package.ModelId), (recorded.Summary.State, recorded.Summary.ModelId));
        Assert.Equal(run.Evidence.Figures, recorded.Figures);
        Assert.Equal(run.Evidence.Warnings, recorded.Warnings);
        Assert.Equal(run.RunId, Assert.Single(Store.List(new() { Target = "churned" })).Id);
        var path = Packages.Of("trained.mw");
        run.Package.Save(path);
        Assert.Equal(run.RunId, Packages.Registry.Register("churn", path, cancellation: TestContext.Current.CancellationToken).Run);
        Store.Delete(run.RunId!);
        Assert.Empty(Store.List());
    }

    [Fact]
    public void Path_AndErrors_ShowNoPassword()
    {
        var store = Store;
        Assert.Equal(FormattableString.Invariant($"postgres://owner@127.0.0.1:{_server.Port}/postgres"), store.Path);
        var wrong = new RunStore(FormattableString.Invariant($"Host=127.0.0.1;Port={_server.Port};Database=postgres;Username=owner;Password=sesame77"));
        var said = Said(() => wrong.List());
        Assert.DoesNotContain("sesame77", said, StringComparison.Ordinal);
        Assert.Contains("the server refuses the user", said, StringComparison.Ordinal);
        Assert.Contains("a store lies in a file of SQLite or in PostgreSQL, not in SQL Server.", Said(() => _ = new RunStore("sqlserver://sa:sesame77@h/db")), StringComparison.Ordinal);
        Assert.Contains("'Search Path' names the schema of the store", Said(() => new RunStore("postgres://127.0.0.1/db?Search%20Path=a%22%3B%20DROP%20SCHEMA%20x").List()), StringComparison.Ordinal);
    }

    [Fact]
    public void Store_OfALaterRelease_OrAnotherProgram_IsRefused()
    {
        Packages.Add(1);
        _server.Execute($"UPDATE {_schema}.store SET version = 99");
        Assert.Equal($"{Store.Path}: the store is of version 99; this release knows versions 1 to {StoreSchema.Steps.Count}. Use a newer release, or name another store with --store.", Said(() => Store.List()));
        _server.Execute($"DROP TABLE {_schema}.store");
        Assert.Equal($"{Store.Path}: the schema '{_schema}' is of another program, not a store of runs. Name another one with 'Search Path' in the address.", Said(() => Store.List()));
    }

    [Fact]
    public void Log_ByOtherPrograms_IsNotChanged()
    {
        Packages.Add(1);
        Assert.Throws<PostgresException>(() => _server.Execute($"UPDATE {_schema}.model_changes SET person = 'nobody'"));
        Assert.Throws<PostgresException>(() => _server.Execute($"DELETE FROM {_schema}.model_changes"));
        Assert.Throws<PostgresException>(() => _server.Execute($"TRUNCATE {_schema}.model_changes"));
    }
}
