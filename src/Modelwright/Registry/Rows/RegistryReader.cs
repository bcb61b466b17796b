using System.Data.Common;
using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Recording.Stores;
using Modelwright.Registry.Naming;

namespace Modelwright.Registry.Rows;

/// <summary>Reads the registry's tables; nothing without a limit.</summary>
internal sealed class RegistryReader(DbConnection store)
{
    private const int MostRows = 10_000;

    private const string Versions = """
        SELECT model, version, package, bytes, model_id, task, target, metric, run, fingerprint, registered, registered_by, note FROM model_versions
        """;

    /// <summary>All models that have versions, in order of their names.</summary>
    public IReadOnlyList<RegisteredModel> Models() =>
        [.. StoreCommand.Read(store, $"SELECT DISTINCT model FROM model_versions ORDER BY model LIMIT {MostRows}", row => row.GetString(0)).Select(Model)];

    /// <summary>One model.</summary>
    /// <exception cref="OptionsException">It is not registered.</exception>
    public RegisteredModel Model(string name)
    {
        var aliases = Aliases(name);
        var versions = StoreCommand.Read(store, $"{Versions} WHERE model = $1 ORDER BY version DESC LIMIT {MostRows}", row => Version(row, aliases), name);
        if (versions.Count == 0)
        {
            throw new OptionsException($"No model '{ModelName.Shown(name)}' is registered.{NearestName.Suggest(name, Names())} 'modelwright models' lists those there are.");
        }

        var figures = StoreCommand.Read(
            store,
            $"SELECT version, measured, data, metric, value, standard_error, lower, upper, rows, higher_is_better FROM model_figures WHERE model = $1 ORDER BY version, position LIMIT {100 * MostRows}",
            row => (Version: row.GetInt32(0), Figure: StoreRow.Figure(row, 1)),
            name).ToLookup(row => row.Version, row => row.Figure);
        return new(name, [.. versions.Select(version => version with { Figures = [.. figures[version.Version]] })], aliases);
    }

    /// <summary>The version that a reference names.</summary>
    /// <exception cref="OptionsException">There is none; the text says what there is.</exception>
    public ModelVersion Resolve(ModelReference reference)
    {
        var model = Model(reference.Model);
        if (reference.Alias is { } alias)
        {
            return model.Aliases.TryGetValue(alias, out var pointed)
                ? model.Versions.Single(version => version.Version == pointed)
                : throw new OptionsException($"Model '{model.Name}' has no alias '{alias}'.{NearestName.Suggest(alias, model.Aliases.Keys)} {Listed(model)}");
        }

        if (reference.Version is { } number)
        {
            return model.Versions.FirstOrDefault(version => version.Version == number)
                ?? throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"Model '{model.Name}' has no version {number}. {Listed(model)}"));
        }

        return model.Champion ?? model.Versions[0];
    }

    /// <summary>The number of the version with a package; null where there is none.</summary>
    public int? WithPackage(string name, string sha256) =>
        StoreCommand.Read(store, "SELECT version FROM model_versions WHERE model = $1 AND package = $2", row => row.GetInt32(0), name, sha256) is [var version] ? version : null;

    /// <summary>The newest run of the store that made a model; null where none did.</summary>
    public string? RunOf(string modelId) =>
        StoreCommand.Read(store, "SELECT id FROM runs WHERE model_id = $1 ORDER BY started DESC, id DESC LIMIT 1", row => row.GetString(0), modelId) is [var run] ? run : null;

    /// <summary>The log, the newest change first.</summary>
    public IReadOnlyList<ModelChange> Changes(string name, int limit) => StoreCommand.Read(
        store,
        "SELECT position, model, time, person, action, alias, was, became, forced, reason, gate, package FROM model_changes WHERE model = $1 ORDER BY position DESC LIMIT $2",
        Change,
        name,
        limit);

    private IReadOnlyList<string> Names() => StoreCommand.Read(store, $"SELECT DISTINCT model FROM model_versions ORDER BY model LIMIT {MostRows}", row => row.GetString(0));

    private SortedDictionary<string, int> Aliases(string name) => new(
        StoreCommand.Read(store, $"SELECT alias, version FROM model_aliases WHERE model = $1 LIMIT {MostRows}", row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1)), name).ToDictionary(),
        StringComparer.Ordinal);

    private static string Listed(RegisteredModel model)
    {
        const int Shown = 5;
        var aliases = model.Aliases.Count == 0 ? "no alias" : $"the aliases {string.Join(", ", model.Aliases.Keys.Take(Shown))}";
        return $"It has {aliases} and the versions {string.Join(", ", model.Versions.Take(Shown).Select(version => version.Version.ToString(CultureInfo.InvariantCulture)))}{(model.Versions.Count > Shown ? ", …" : "")}.";
    }

    private static ModelVersion Version(DbDataReader row, SortedDictionary<string, int> aliases) => new()
    {
        Model = row.GetString(0),
        Version = row.GetInt32(1),
        Sha256 = row.GetString(2),
        Bytes = row.GetInt64(3),
        ModelId = row.GetString(4),
        Task = row.GetString(5),
        Target = StoreRow.Text(row, 6),
        Metric = StoreRow.Text(row, 7),
        Run = StoreRow.Text(row, 8),
        Fingerprint = StoreRow.Text(row, 9),
        Registered = StoreRow.Time(row, 10)!.Value,
        RegisteredBy = row.GetString(11),
        Note = StoreRow.Text(row, 12),
        Aliases = [.. aliases.Where(alias => alias.Value == row.GetInt32(1)).Select(alias => alias.Key)],
    };

    private static ModelChange Change(DbDataReader row) => new()
    {
        Position = row.GetInt32(0),
        Model = row.GetString(1),
        Time = StoreRow.Time(row, 2)!.Value,
        By = row.GetString(3),
        Action = Enum.TryParse<ModelAction>(row.GetString(4), ignoreCase: true, out var action) ? action : throw new InvalidOperationException($"the log knows no '{ModelName.Shown(row.GetString(4))}'"),
        Alias = StoreRow.Text(row, 5),
        From = row.IsDBNull(6) ? null : row.GetInt32(6),
        To = row.IsDBNull(7) ? null : row.GetInt32(7),
        Forced = row.GetInt64(8) != 0,
        Reason = StoreRow.Text(row, 9),
        Gate = StoreRow.Text(row, 10),
        Sha256 = StoreRow.Text(row, 11),
    };
}
