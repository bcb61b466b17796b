using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright;

/// <summary>The rows that a model was made from: as they are brought, or where the record of its run says they are.</summary>
internal static class TrainingRows
{
    private const string Remedy = "Bring the training rows with --training FILE.";

    /// <summary>Training rows in the types of a package, those with a target that the model knows.</summary>
    /// <param name="package">The package.</param>
    /// <param name="raw">The rows as a source gave them.</param>
    /// <exception cref="OptionsException">The package has no target.</exception>
    /// <exception cref="DataException">Columns are absent, cells are unreadable, or no row has a target that the model knows.</exception>
    public static Table Of(Package package, Table raw)
    {
        if (package.Model.Schema.Target is not { } target)
        {
            throw new OptionsException("The package has no target, so its training rows say nothing. Bring a package of a task with a target.");
        }

        var table = Admission.Admit(raw, package.Model.Schema, needsTarget: true).Table;
        int[] known = [.. Enumerable.Range(0, table.RowCount).Where(row => !table[target.Name].IsMissing(row))];
        return known.Length > 0 ? table.Take(known) : throw new DataException($"--training: no row has a value in the target '{target.Name}' that the model knows. Bring the rows that the model was trained on.");
    }

    /// <summary>Whether rows that were brought are those of the package, as far as that can be told.</summary>
    /// <param name="package">The package.</param>
    /// <param name="fingerprint">SHA-256 of what was read; null where it is not known.</param>
    /// <returns>A sentence where they are others; null where they are the same, or it is not known.</returns>
    public static string? Doubt(Package package, string? fingerprint) => fingerprint is { } now && Known(package) is { } then && now != then
        ? "The training rows are not from the file that the model was made from: its fingerprint is another. What is said of them is so for these rows."
        : null;

    /// <summary>Where the training rows of a package are, by the record of its run.</summary>
    /// <param name="package">The package.</param>
    /// <param name="store">The store of runs.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The file, its fingerprint that of the evidence; or why there is none, a sentence with its remedy.</returns>
    public static (string? Path, string? NotRun) Recorded(Package package, RunStore store, CancellationToken cancellation)
    {
        if (Known(package) is not { } fingerprint)
        {
            return (null, $"the package does not say what it was made from. {Remedy}");
        }

        if (Source(package, store) is not { } path)
        {
            return (null, $"its run is not recorded in {store.Path}. {Remedy}");
        }

        // A record may name anything; only a plain file is read again.
        if (!File.Exists(path))
        {
            return (null, $"'{path}', which the model was made from, is not there any more, or is no file. {Remedy}");
        }

        try
        {
            return SourceFile.Fingerprint(path, cancellation) == fingerprint ? (path, null) : (null, $"'{path}', which the model was made from, has changed since. {Remedy}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{path}', which the model was made from, cannot be read: {fault.Message} {Remedy}");
        }
    }

    private static string? Known(Package package)
    {
        try
        {
            return FinishedRun.From(package.PlanJson, package.EvidenceJson, package.ModelId, "the package").Fingerprint;
        }
        catch (OptionsException)
        {
            return null;
        }
    }

    private static string? Source(Package package, RunStore store)
    {
        try
        {
            return store.IsServer || File.Exists(store.Path) ? store.List(new() { Limit = RunFilter.Most }).FirstOrDefault(run => run.ModelId == package.ModelId)?.Source : null;
        }
        catch (OptionsException)
        {
            // A store that cannot be read knows nothing.
            return null;
        }
    }
}
