using System.Data.Common;
using System.Text.RegularExpressions;
using Modelwright.Core.Errors;
using Modelwright.Recording.Servers;
using Npgsql;

namespace Modelwright.Recording.Stores;

/// <summary>A store in a database of PostgreSQL, in a schema of its own: 'modelwright', or what 'Search Path' of the address says.</summary>
/// <param name="address">The database.</param>
internal sealed partial class PostgresPlace(ConnectionAddress address) : StorePlace
{
    private const string DefaultSchema = "modelwright";

    // A registered package may take a while to be sent.
    private const int DefaultSeconds = 600;

    /// <inheritdoc/>
    public override string Shown => address.Shown;

    /// <inheritdoc/>
    public override string Folder => Path.GetDirectoryName(Path.GetFullPath(Runs.RunStore.DefaultPath))!;

    /// <inheritdoc/>
    /// <remarks>A server answers others too, and may just be making the tables for all who came at once.</remarks>
    public override TimeSpan LongestEnd => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public override bool IsServer => true;

    /// <inheritdoc/>
    public override DbConnection Open(bool isNew, int secondsToWait)
    {
        try
        {
            var settings = Settings();
            return Connections.Opened(new NpgsqlConnection(settings.ConnectionString), connection => PostgresTables.Prepare(connection, Shown, settings.SearchPath!, secondsToWait));
        }
        catch (Exception fault) when (fault is not OptionsException && Explain(fault) is not null)
        {
            throw Explain(fault)!;
        }
    }

    /// <inheritdoc/>
    public override OptionsException? Explain(Exception fault) => fault is OptionsException told ? told : PostgresFault.Explain(address, fault);

    private NpgsqlConnectionStringBuilder Settings()
    {
        var settings = new NpgsqlConnectionStringBuilder { CommandTimeout = DefaultSeconds, Pooling = false, ApplicationName = "modelwright" };
        foreach (var (key, value) in address.Pairs)
        {
            DatabasePassword.Set(settings, key, value, address);
        }

        settings.Password ??= DatabasePassword.FromEnvironment();
        settings.SearchPath ??= DefaultSchema;
        settings.IncludeErrorDetail = false;
        return SchemaName().IsMatch(settings.SearchPath)
            ? settings
            : throw new OptionsException($"{Shown}: 'Search Path' names the schema of the store, one name of at most 63 small letters, digits and '_'. Correct it or leave it out; the default is '{DefaultSchema}'.");
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaName();
}
