using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Requests;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Server.Watching;

/// <summary>A version of a model, ready to judge windows.</summary>
/// <param name="Package">The version.</param>
/// <param name="Reference">What windows are held against.</param>
/// <param name="Monitor">What judges.</param>
internal sealed record WatchedVersion(Package Package, MonitorReference Reference, ModelMonitor Monitor)
{
    /// <summary>The column that labels are of; null where the model has none.</summary>
    internal string? Target => Package.Model.Schema.Target?.Name;

    /// <summary>Readies a version: its reference is read, or learned anew of the rows that are named.</summary>
    /// <param name="name">The name it is served under.</param>
    /// <param name="package">The version.</param>
    /// <param name="told">References and how windows are judged.</param>
    /// <param name="log">What the log keeps of a row.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="OptionsException">The log leaves columns of the model out, or a reference is of another model.</exception>
    /// <exception cref="DataException">The rows of the reference cannot be read, or are too few.</exception>
    internal static async Task<WatchedVersion> OfAsync(string name, Package package, MonitoringOptions told, RequestLogOptions log, CancellationToken cancellation)
    {
        string[] altered = [.. package.Model.Schema.Features.Select(column => column.Name).Intersect([.. log.Dropped, .. log.Hashed], StringComparer.Ordinal)];
        if (altered.Length > 0)
        {
            throw new OptionsException($"The log of requests does not keep {string.Join(", ", altered.Select(column => $"'{column}'"))} of model '{name}' as it came, so its rows cannot be judged. Keep what the model reads, or do not watch it.");
        }

        var reference = await ReferenceAsync(package, told.References.GetValueOrDefault(name), told.Judging, cancellation).ConfigureAwait(false);
        return new(package, reference, new(package, reference, told.Judging));
    }

    private static async Task<MonitorReference> ReferenceAsync(Package package, string? path, MonitorOptions judging, CancellationToken cancellation)
    {
        if (path is null)
        {
            return MonitorReference.FromPackage(package);
        }

        if (MonitorReference.IsReference(path))
        {
            // A reference is of one model; what came after it is held against the package until rows are named.
            var kept = MonitorReference.Load(path);
            return kept.ModelId == package.ModelId ? kept : MonitorReference.FromPackage(package);
        }

        var rows = await SourceTable.ReadAsync(path, ReadOptions.For(package.Model.Schema, new()), cancellation).ConfigureAwait(false);
        return MonitorReference.Learn(package, rows.Table, judging, cancellation);
    }
}
