using System.Data.Common;
using Modelwright.Recording;
using Modelwright.Recording.Stores;

namespace Modelwright.Registry.Rows;

/// <summary>Writes the registry's tables, inside of a transaction of the caller that keeps others from writing.</summary>
/// <param name="store">The store.</param>
/// <param name="by">Who changes it.</param>
/// <param name="now">When.</param>
internal sealed class RegistryWriter(DbConnection store, string by, DateTimeOffset now)
{
    /// <summary>Adds a version under the next number.</summary>
    /// <returns>The number.</returns>
    public int Add(ModelVersion version)
    {
        var name = version.Model;
        StoreCommand.Run(store, "INSERT INTO models (name, newest, changes) VALUES ($1, 1, 0) ON CONFLICT (name) DO UPDATE SET newest = models.newest + 1", name);
        var number = StoreCommand.Read(store, "SELECT newest FROM models WHERE name = $1", row => row.GetInt32(0), name)[0];
        StoreCommand.Run(
            store,
            """
            INSERT INTO model_versions (model, version, package, bytes, model_id, task, target, metric, run, fingerprint, registered, registered_by, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            name,
            number,
            version.Sha256,
            version.Bytes,
            version.ModelId,
            version.Task,
            version.Target,
            version.Metric,
            version.Run,
            version.Fingerprint,
            version.Registered,
            version.RegisteredBy,
            version.Note);
        foreach (var (position, figure) in version.Figures.Index())
        {
            Add(name, number, position, figure);
        }

        Log(new() { Position = 0, Model = name, Time = now, By = by, Action = ModelAction.Register, To = number, Reason = version.Note, Sha256 = version.Sha256 });
        return number;
    }

    /// <summary>Sets an alias, and says so in the log.</summary>
    public void SetAlias(string model, ModelVersion to, string alias, ModelChange change)
    {
        StoreCommand.Run(store, "INSERT INTO model_aliases (model, alias, version) VALUES ($1, $2, $3) ON CONFLICT (model, alias) DO UPDATE SET version = excluded.version", model, alias, to.Version);
        Log(change with { Model = model, Alias = alias, To = to.Version, Sha256 = to.Sha256 });
    }

    /// <summary>Takes an alias away, and says so in the log.</summary>
    public void RemoveAlias(string model, string alias, int from)
    {
        StoreCommand.Run(store, "DELETE FROM model_aliases WHERE model = $1 AND alias = $2", model, alias);
        Log(Change(ModelAction.Unalias, from) with { Model = model, Alias = alias });
    }

    /// <summary>Takes a version out, and says so in the log.</summary>
    public void Remove(ModelVersion version, string? reason)
    {
        StoreCommand.Run(store, "DELETE FROM model_versions WHERE model = $1 AND version = $2", version.Model, version.Version);
        Log(Change(ModelAction.Remove, version.Version) with { Model = version.Model, Reason = reason, Sha256 = version.Sha256 });
    }

    /// <summary>A change that is made now, to be filled in.</summary>
    public ModelChange Change(ModelAction action, int? from) => new() { Position = 0, Model = "", Time = now, By = by, Action = action, From = from };

    private void Log(ModelChange change)
    {
        StoreCommand.Run(store, "UPDATE models SET changes = changes + 1 WHERE name = $1", change.Model);
        StoreCommand.Run(
            store,
            """
            INSERT INTO model_changes (model, position, time, person, action, alias, was, became, forced, reason, gate, package)
            SELECT $1, changes, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM models WHERE name = $1
            """,
            change.Model,
            change.Time,
            change.By,
            change.Action.ToString().ToLowerInvariant(),
            change.Alias,
            change.From,
            change.To,
            change.Forced ? 1 : 0,
            change.Reason,
            change.Gate,
            change.Sha256);
    }

    private void Add(string model, int version, int position, Figure figure) => StoreCommand.Run(
        store,
        """
        INSERT INTO model_figures (model, version, position, measured, data, metric, value, standard_error, lower, upper, rows, higher_is_better)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        model,
        version,
        position,
        figure.Model,
        figure.Data,
        figure.Metric,
        figure.Value,
        figure.StandardError,
        figure.Lower,
        figure.Upper,
        figure.Rows,
        figure.HigherIsBetter ? 1 : 0);
}
