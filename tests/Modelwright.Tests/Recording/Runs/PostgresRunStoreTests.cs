using System.Data.Common;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;
using Modelwright.Tests.Sources.Databases;

namespace Modelwright.Tests.Recording.Runs;

public sealed class PostgresRunStoreTests : RunStoreSuite, IClassFixture<PostgresServer>
{
    private readonly PostgresServer _server;
    private readonly string _schema = FormattableString.Invariant($"s{Guid.NewGuid():N}");

    public PostgresRunStoreTests(PostgresServer server)
    {
        _server = server;
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
    }

    internal override RunStore Store => new(_server.StoreAddress(_schema));

    internal override DbConnection Open()
    {
        var connection = _server.Open();
        StoreCommand.Run(connection, "SELECT set_config('search_path', $1, false)", _schema);
        return connection;
    }
}
