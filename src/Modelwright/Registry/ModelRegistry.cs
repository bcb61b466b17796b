using System.Data.Common;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;
using Modelwright.Registry.Gating;
using Modelwright.Registry.Naming;
using Modelwright.Registry.Packages;
using Modelwright.Registry.Rows;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Registry;

/// <summary>
/// The registry of models in a store: versions that never change, aliases that point at them, promotion through a gate, and a log
/// of every change. Safe from any thread and from several processes at once; each change is one transaction. A version is named
/// 'churn@3', 'churn@challenger', or 'churn' for the champion, else the newest.
/// </summary>
/// <param name="store">The store; made by the first registration.</param>
/// <param name="time">The clock; null is the system's.</param>
/// <param name="forms">The kinds of form that packages may hold; null means the built-in ones.</param>
public sealed class ModelRegistry(RunStore store, TimeProvider? time = null, FormCatalog? forms = null)
{
    /// <summary>The alias of the version that answers where nobody says another; set by promotion and rollback alone.</summary>
    public const string Champion = "champion";

    /// <summary>The usual alias of the version that is to be compared with the champion.</summary>
    public const string Challenger = "challenger";

    /// <summary>The most lines of a log that one call gives.</summary>
    public const int MostChanges = 10_000;

    private readonly RunStore _store = store ?? throw new ArgumentNullException(nameof(store));
    private readonly IPackageShelf _shelf = store.IsServer ? new PackageTable() : new PackageFolder(Path.Combine(store.Folder, "models"));
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Registers a package: the same file again under the same name is the same version.</summary>
    /// <param name="name">The model: 1 to 100 letters a-z, digits, '-', '_' and '.'.</param>
    /// <param name="path">The package.</param>
    /// <param name="options">Who, and a note.</param>
    /// <param name="cancellation">Ends it with nothing registered.</param>
    /// <returns>The version.</returns>
    /// <exception cref="OptionsException">The name or an option is none, there is no such file, or the store cannot be written.</exception>
    /// <exception cref="ArtifactException">The package is damaged, hostile or newer.</exception>
    public ModelVersion Register(string name, string path, RegisterOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        ModelName.Check(ModelName.Faults(name), ModelName.PersonFaults(options.By), ModelName.NoteFaults(options.Note), RunFaults(options.Run));
        if (!File.Exists(path))
        {
            throw new OptionsException($"Package '{path}' was not found. Check the path.");
        }

        using var staged = OnDisk(() => StagedPackage.Copy(path, _shelf, cancellation));
        var package = staged.Load(path, forms);
        var facts = PackageFacts.Of(package);
        return Write(isNew: true, options.By, (reader, writer, connection) =>
        {
            OnDisk(() => Placed(connection, staged, cancellation));
            if (reader.WithPackage(name, staged.Sha256) is null)
            {
                writer.Add(new()
                {
                    Model = name,
                    Version = 0,
                    Sha256 = staged.Sha256,
                    Bytes = staged.Bytes,
                    ModelId = package.ModelId,
                    Task = facts.Task,
                    Target = facts.Target,
                    Metric = facts.Metric,
                    Figures = facts.Figures,
                    Run = options.Run ?? reader.RunOf(package.ModelId),
                    Fingerprint = facts.Fingerprint,
                    Registered = _time.GetUtcNow(),
                    RegisteredBy = Person(options.By),
                    Note = options.Note,
                });
            }

            return reader.Resolve(new(name, reader.WithPackage(name, staged.Sha256), null));
        });
    }

    /// <summary>All models with their versions, in order of their names.</summary>
    /// <exception cref="OptionsException">There is no store, or it cannot be read.</exception>
    public IReadOnlyList<RegisteredModel> List() => Read((reader, _) => reader.Models());

    /// <summary>One model with its versions.</summary>
    /// <exception cref="OptionsException">It is not registered, or the store cannot be read.</exception>
    public RegisteredModel Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ModelName.Check(ModelName.Faults(name));
        return Read((reader, _) => reader.Model(name));
    }

    /// <summary>The version that a text names: 'churn', 'churn@3' or 'churn@challenger'.</summary>
    /// <exception cref="OptionsException">There is none, or the store cannot be read.</exception>
    public ModelVersion Resolve(string reference)
    {
        var meant = ModelReference.Parse(reference);
        return Read((reader, _) => reader.Resolve(meant));
    }

    /// <summary>The package of a version, with its hash and all else checked.</summary>
    /// <exception cref="OptionsException">There is no such version, or the store cannot be read.</exception>
    /// <exception cref="ArtifactException">The file is not the one that was registered, or cannot be used.</exception>
    public Package LoadPackage(string reference, CancellationToken cancellation = default)
    {
        var meant = ModelReference.Parse(reference);
        return Read((reader, connection) => Load(connection, reader.Resolve(meant), cancellation));
    }

    /// <summary>Writes the package of a version to a file, beside its place first so that there is never half of it.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="OptionsException">There is no such version or folder, or the store cannot be read.</exception>
    /// <exception cref="ArtifactException">The file is not the one that was registered.</exception>
    public ModelVersion CopyPackage(string reference, string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var meant = ModelReference.Parse(reference);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"{path}: the folder '{folder}' does not exist. Make it, or choose another path.");
        }

        return Read((reader, connection) =>
        {
            var version = reader.Resolve(meant);
            using var package = VerifiedPackage.Open(_shelf, connection, version, cancellation);
            Copy(package, path);
            return version;
        });
    }

    /// <summary>Makes a version the champion, if the gate lets it pass or is overruled.</summary>
    /// <param name="reference">The version.</param>
    /// <param name="options">The gate, and whether and why it is overruled.</param>
    /// <param name="cancellation">Ends it with nothing changed.</param>
    /// <returns>What the gate said, and whether the version is champion now; a refusal changes nothing.</returns>
    /// <exception cref="OptionsException">There is no such version, force comes without a reason, or the store cannot be written.</exception>
    /// <exception cref="ArtifactException">The package is not the one that was registered, or cannot be used.</exception>
    public Promotion Promote(string reference, PromoteOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var meant = ModelReference.Parse(reference);
        string[] unexplained = options is { Force: true, Reason: null } ? ["Force needs a reason, which the log keeps. Say why with --reason (PromoteOptions.Reason)."] : [];
        ModelName.Check(ModelName.PersonFaults(options.By), ModelName.ReasonFaults(options.Reason), unexplained);
        var (judged, passed, said) = Read((reader, connection) =>
        {
            var version = reader.Resolve(meant);
            var (isPassed, words) = PromotionGate.Judge(Load(connection, version, cancellation), version.Figures, options);
            return (version, isPassed, words);
        });
        if (!passed && !options.Force)
        {
            return new(judged, Read((reader, _) => reader.Model(judged.Model).Champion?.Version), passed, Forced: false, said);
        }

        return Write(isNew: false, options.By, (reader, writer, _) =>
        {
            // What was judged may have been removed meanwhile; then this says so.
            var exact = new ModelReference(judged.Model, judged.Version, null);
            var version = reader.Resolve(exact);
            var before = reader.Model(version.Model).Champion?.Version;
            if (before != version.Version)
            {
                writer.SetAlias(version.Model, version, Champion, writer.Change(ModelAction.Promote, before) with { Forced = !passed, Reason = options.Reason, Gate = string.Join('\n', said) });
            }

            return new Promotion(reader.Resolve(exact), before, passed, !passed, said);
        });
    }

    /// <summary>Makes the champion before the present one champion again; once more goes one further back.</summary>
    /// <param name="name">The model.</param>
    /// <param name="by">Who; null is the user of the operating system.</param>
    /// <param name="reason">Why, for the log.</param>
    /// <returns>The champion now.</returns>
    /// <exception cref="OptionsException">No champion came before, or the store cannot be written.</exception>
    public ModelVersion Rollback(string name, string? by = null, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ModelName.Check(ModelName.Faults(name), ModelName.PersonFaults(by), ModelName.ReasonFaults(reason));
        return Write(isNew: false, by, (reader, writer, _) =>
        {
            var model = reader.Model(name);
            var before = ChampionHistory.Before(reader.Changes(name, int.MaxValue), number => model.Versions.Any(version => version.Version == number))
                ?? throw new OptionsException($"Model '{name}' has no earlier champion to go back to. 'modelwright models log {name}' shows what there was; promote a version instead.");
            var version = model.Versions.Single(one => one.Version == before);
            writer.SetAlias(name, version, Champion, writer.Change(ModelAction.Rollback, model.Champion?.Version) with { Reason = reason });
            return reader.Resolve(new(name, before, null));
        });
    }

    /// <summary>Sets an alias other than 'champion' to a version.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="OptionsException">There is no such version, the alias is none, or the store cannot be written.</exception>
    public ModelVersion SetAlias(string reference, string alias, string? by = null)
    {
        var meant = ModelReference.Parse(reference);
        ModelName.Check(OwnAlias(alias), ModelName.PersonFaults(by));
        return Write(isNew: false, by, (reader, writer, _) =>
        {
            var version = reader.Resolve(meant);
            int? before = reader.Model(version.Model).Aliases.TryGetValue(alias, out var pointed) ? pointed : null;
            if (before != version.Version)
            {
                writer.SetAlias(version.Model, version, alias, writer.Change(ModelAction.Alias, before));
            }

            return reader.Resolve(new(version.Model, version.Version, null));
        });
    }

    /// <summary>Takes an alias other than 'champion' away.</summary>
    /// <returns>The version that it pointed at.</returns>
    /// <exception cref="OptionsException">There is no such alias, or the store cannot be written.</exception>
    public ModelVersion RemoveAlias(string name, string alias, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ModelName.Check(ModelName.Faults(name), OwnAlias(alias), ModelName.PersonFaults(by));
        return Write(isNew: false, by, (reader, writer, _) =>
        {
            var version = reader.Resolve(new(name, null, alias));
            writer.RemoveAlias(name, alias, version.Version);
            return reader.Resolve(new(name, version.Version, null));
        });
    }

    /// <summary>What was done to a model, the newest change first; removed versions are in it too.</summary>
    /// <param name="name">The model.</param>
    /// <param name="limit">The most lines, at most <see cref="MostChanges"/>.</param>
    /// <exception cref="OptionsException">Nothing was ever done to such a model, or the store cannot be read.</exception>
    public IReadOnlyList<ModelChange> Log(string name, int limit = MostChanges)
    {
        ArgumentNullException.ThrowIfNull(name);
        ModelName.Check(ModelName.Faults(name));
        return Read((reader, _) => reader.Changes(name, Math.Clamp(limit, 1, MostChanges)) is { Count: > 0 } changes ? changes : reader.Model(name) is not null ? [] : []);
    }

    /// <summary>Takes a version out that no alias points at, and its package if no other version has the same.</summary>
    /// <param name="reference">The version.</param>
    /// <param name="by">Who; null is the user of the operating system.</param>
    /// <param name="reason">Why, for the log.</param>
    /// <returns>What was taken out.</returns>
    /// <exception cref="OptionsException">There is no such version, an alias points at it, or the store cannot be written.</exception>
    public ModelVersion Remove(string reference, string? by = null, string? reason = null)
    {
        var meant = ModelReference.Parse(reference);
        ModelName.Check(ModelName.PersonFaults(by), ModelName.ReasonFaults(reason));
        var removed = Write(isNew: false, by, (reader, writer, _) =>
        {
            var version = reader.Resolve(meant);
            if (version.Aliases.Count > 0)
            {
                throw new OptionsException(FormattableString.Invariant($"{version.Model}@{version.Version} is what {string.Join(" and ", version.Aliases.Select(alias => $"'{alias}'"))} of the model points at. Point {(version.Aliases.Count == 1 ? "it" : "them")} at another version first."));
            }

            writer.Remove(version, reason);
            return version;
        });

        // Apart from the row and after it: a kill between the two leaves a file too many, never a version without one.
        Write(isNew: false, by, (_, _, connection) => OnDisk(() => Swept(connection)));
        return removed;
    }

    private Package Load(DbConnection connection, ModelVersion version, CancellationToken cancellation)
    {
        using var stream = VerifiedPackage.Open(_shelf, connection, version, cancellation);
        return Package.Load(stream, forms: forms);
    }

    private bool Placed(DbConnection connection, StagedPackage staged, CancellationToken cancellation)
    {
        _shelf.Place(connection, staged, cancellation);
        return true;
    }

    private bool Swept(DbConnection connection)
    {
        _shelf.Sweep(connection, _time.GetUtcNow());
        return true;
    }

    private T Read<T>(Func<RegistryReader, DbConnection, T> read) => _store.Use(isNew: false, connection =>
    {
        using var moment = StoreTransaction.ToRead(connection);
        return read(new(connection), connection);
    });

    private T Write<T>(bool isNew, string? by, Func<RegistryReader, RegistryWriter, DbConnection, T> write) => _store.Use(isNew, connection =>
    {
        using var transaction = StoreTransaction.ToWriteAlone(connection);
        var result = write(new(connection), new(connection, Person(by), _time.GetUtcNow()), connection);
        transaction.Commit();
        return result;
    });

    // What goes wrong with files of the store, in the words of the store.
    private T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw _store.Place.Explain(fault) ?? new OptionsException($"{_store.Path}: the package could not be kept ({fault.Message.TrimEnd('.')}). Make room or see who may write there.", fault);
        }
    }

    private static void Copy(Stream package, string path)
    {
        var beside = $"{path}.{Guid.NewGuid():N}{StagedPackage.Ending}";
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                package.CopyTo(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException($"{path}: the package cannot be written there ({fault.Message.TrimEnd('.')}). Choose another path.", fault);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static IEnumerable<string> OwnAlias(string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        return alias == Champion ? ["'champion' is set by promotion through the gate, and by rollback: use 'models promote' or 'models rollback'."] : ModelName.AliasFaults(alias);
    }

    private static IEnumerable<string> RunFaults(string? run) =>
        run is null || RunId.IsOne(run) ? [] : [$"'{ModelName.Shown(run)}' is no id of a run. Give one as 'modelwright runs' lists them, or leave it out."];

    private static string Person(string? by) => by ?? (Environment.UserName is { Length: > 0 } user ? user : "unknown");
}
