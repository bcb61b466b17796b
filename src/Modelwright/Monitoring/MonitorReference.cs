using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.References;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Monitoring;

/// <summary>
/// What honest rows of a model look like and what it is worth on them: what windows are held against. It holds figures and no row, is
/// immutable and safe from any thread.
/// </summary>
/// <remarks>
/// Best are rows that training did not see, some hundreds or more of them with labels, in the order of time, so that parts of them show how far
/// windows move by themselves. On rows of training a model is too good: that is found out by its evidence, told in <see cref="Notes"/>, and the evidence
/// takes the place of what was measured.
/// </remarks>
public sealed class MonitorReference
{
    private MonitorReference(ReferenceDocument document) => Document = document;

    /// <summary>The model that it is about.</summary>
    public string ModelId => Document.ModelId;

    /// <summary>Rows that it was learned from.</summary>
    public int Rows => Document.Rows;

    /// <summary>Those with a label that the model knows.</summary>
    public int LabelledRows => Document.LabelledRows;

    /// <summary>Whether it comes from the statistics in the package, and so knows less.</summary>
    public bool IsFromPackage => Document.IsFromPackage;

    /// <summary>What a person should know of it, each a sentence; empty where nothing is out of the ordinary.</summary>
    public IReadOnlyList<string> Notes => Document.Notes;

    internal ReferenceDocument Document { get; }

    /// <summary>Writes what a reader of windows should know of it: rows, labels, where it comes from and its notes, as one object.</summary>
    /// <param name="writer">Stands where a value is to come.</param>
    public void WriteSummary(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("labelled_rows", LabelledRows);
        writer.WriteBoolean("from_package", IsFromPackage);
        writer.WriteStartArray("notes");
        foreach (var note in Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Learns from rows.</summary>
    /// <param name="package">The model.</param>
    /// <param name="rows">Rows as a source gave them, 100 or more; with labels in the target's column where they are known.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The reference; the same for the same rows and seed.</returns>
    /// <exception cref="DataException">There are too few rows, columns are absent, or no value of a column can be read; the text lists all.</exception>
    /// <exception cref="OptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static MonitorReference Learn(Package package, Table rows, MonitorOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(rows);
        var told = options ?? new();
        told.Validate();
        return new(new ReferenceSurvey(package, told).Of(rows, cancellation));
    }

    /// <summary>The smaller reference that a package itself has; what it does not know is told in <see cref="Notes"/>.</summary>
    /// <param name="package">The model.</param>
    /// <returns>The reference.</returns>
    public static MonitorReference FromPackage(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new(PackageReference.Of(package));
    }

    /// <summary>Whether a file looks like a reference that <see cref="Save"/> wrote, and not like rows; nothing of it is checked.</summary>
    /// <param name="path">A path, a pattern, an address: anything.</param>
    /// <returns>False also where there is no such file.</returns>
    public static bool IsReference(string path) => ReferenceFile.IsOne(path);

    /// <summary>Reads a reference that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file, at most 64 MB.</param>
    /// <returns>The reference, sound in itself.</returns>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">It is damaged, hostile or no reference; the text lists all faults.</exception>
    public static MonitorReference Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(ReferenceFile.Read(path));
    }

    /// <summary>Writes it as JSON, beside its place first so that there is never half of it.</summary>
    /// <param name="path">The file; one of this name is replaced.</param>
    /// <exception cref="OptionsException">The folder does not exist.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ReferenceFile.Write(path, Document);
    }
}
