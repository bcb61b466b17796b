using System.Security.Cryptography;
using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Packaging;

/// <summary>What a <c>.mw</c> file holds: a model, how it was made, what is known about it, and how to check that it answers as it should. Data only.</summary>
/// <param name="Model">The model.</param>
public sealed record Package(Model Model)
{
    // Copies made by 'with' share it.
    private readonly LastId _lastId = new();

    /// <summary>The plan as JSON: everything needed to make the model again. Part of the model id.</summary>
    public string PlanJson { get; init; } = "{}";

    /// <summary>The evidence as JSON: every figure about the model. Not part of the model id.</summary>
    public string EvidenceJson { get; init; } = "{}";

    /// <summary>What the training rows looked like.</summary>
    public BaselineStatistics Baseline { get; init; } = BaselineStatistics.None;

    /// <summary>Made-up rows with the model's answers, asked again on load.</summary>
    public CheckRows CheckRows { get; init; } = CheckRows.None;

    /// <summary>What was stated of the model since, oldest first; outside the model id. Whether a statement is true, its signatures tell.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];

    /// <summary>64 hexadecimal digits: the hash of the evidence, which attestations name beside the model id.</summary>
    public string EvidenceHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EvidenceJson)));

    /// <summary>Whether rows of the training data can be read out of the model: who has the package has them.</summary>
    public bool HoldsRows => Model.Form.Info.HoldsRows;

    /// <summary>
    /// Whether a person said that training rows may stand in the package; without it a model that holds rows is not written.
    /// A package that was read from a file is as its maker allowed.
    /// </summary>
    public bool StoreRows { get; init; }

    /// <summary>64 hexadecimal digits: the hash of schema, form and plan. The first look takes as long as writing the model.</summary>
    public string ModelId => _lastId.Of(this);

    /// <summary>Makes a package with statistics and check rows of its training rows.</summary>
    /// <param name="model">
    /// The model; categories of its schema have their levels. Only those of features and of the target are kept: the levels of
    /// an id, a group or a user are the rows' own values, and no answer needs them.
    /// </param>
    /// <param name="trainingRows">Admitted training rows.</param>
    /// <returns>A package without plan and evidence; add them by <c>with</c>.</returns>
    public static Package Of(Model model, Table trainingRows)
    {
        ArgumentNullException.ThrowIfNull(model);
        var packed = model with { Schema = WithoutRowNames(model.Schema) };
        var baseline = BaselineStatistics.Of(trainingRows, packed.Schema);
        return new(packed) { Baseline = baseline, CheckRows = CheckRows.Draw(packed, baseline) };
    }

    /// <summary>Writes the file beside its place and then renames it, so that no half-written package is ever seen.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="OptionsException">The folder does not exist, or the model holds rows and <see cref="StoreRows"/> does not allow it.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"The package cannot be written to '{path}': folder '{folder}' does not exist. Make the folder, or choose another path.");
        }

        var beside = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                Save(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Writes the package, in the oldest format version that says all of it; the same content gives the same bytes.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="OptionsException">The model holds rows of the training data, and <see cref="StoreRows"/> does not allow it.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (HoldsRows && !StoreRows)
        {
            throw new OptionsException($"The model, form '{Model.Form.Info.Name}', holds rows of its training data, so it is not written. Train with --store-rows (Training.StoreRows) if whoever gets the package may see them, or leave out the learners that hold rows.");
        }

        PackageFile.Write(stream, PackageParts.VersionOf(Model), PackageParts.Write(this));
    }

    /// <summary>Opens a file, checks it, and replays its check rows.</summary>
    /// <param name="path">A <c>.mw</c> file.</param>
    /// <param name="limits">How much to read; null means the defaults.</param>
    /// <param name="forms">The kinds of form that can be read; null means the built-in ones.</param>
    /// <returns>The package.</returns>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">The file is damaged, hostile or newer, or the model answers its check rows differently.</exception>
    public static Package Load(string path, PackageLimits? limits = null, FormCatalog? forms = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new OptionsException(Directory.Exists(path)
                ? $"'{path}' is a folder, not a package. Name the package in it, such as '{Path.Combine(path, "model.mw")}'."
                : $"Package '{path}' was not found. Check the path.");
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Load(stream, limits, forms);
        }
        catch (ArtifactException cause)
        {
            throw new ArtifactException($"{path}: {cause.Message}", cause);
        }
    }

    /// <summary>Opens a package, checks it, and replays its check rows.</summary>
    /// <param name="stream">A package and nothing after it; left open.</param>
    /// <param name="limits">How much to read; null means the defaults.</param>
    /// <param name="forms">The kinds of form that can be read; null means the built-in ones.</param>
    /// <returns>The package.</returns>
    /// <exception cref="ArtifactException">The bytes are damaged, hostile or newer, or the model answers its check rows differently.</exception>
    public static Package Load(Stream stream, PackageLimits? limits = null, FormCatalog? forms = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var parts = PackageFile.Read(stream, limits ?? new(), out var version);
        try
        {
            var package = PackageParts.Read(parts, version, forms ?? BuiltInForms.Catalog);
            package = package with { StoreRows = package.HoldsRows };
            CheckReplay.Run(package);
            return package;
        }
        catch (Exception cause) when (cause is not ModelwrightException and not OutOfMemoryException)
        {
            // State that a form or step should have refused itself; for the caller it is a file not to be trusted all the same.
            throw PackageFile.Damaged($"its model cannot be used ({cause.Message})", cause);
        }
        catch (DataException cause)
        {
            throw PackageFile.Damaged($"its model does not fit its schema ({cause.Message})", cause);
        }
    }

    private static Schema WithoutRowNames(Schema schema)
    {
        static bool Leaves(ColumnSpec spec) => spec.Levels.Count > 0 && spec.Role is not (ColumnRole.Feature or ColumnRole.Target);
        return schema.Columns.Any(Leaves)
            ? new([.. schema.Columns.Select(spec => Leaves(spec) ? spec with { Levels = [] } : spec)])
            : schema;
    }

    /// <summary>The id worked out last, with the model and plan it is for. Safe from any thread.</summary>
    private sealed class LastId
    {
        private Known? _known;

        internal string Of(Package package)
        {
            var known = Volatile.Read(ref _known);
            if (known is null || known.Model != package.Model || known.PlanJson != package.PlanJson)
            {
                known = new(package.Model, package.PlanJson, PackageFile.ModelId(PackageParts.WriteIdentity(package)));
                Volatile.Write(ref _known, known);
            }

            return known.ModelId;
        }

        // Whether the id was looked at already makes no difference between two packages.
        public override bool Equals(object? obj) => obj is LastId;

        public override int GetHashCode() => 0;

        private sealed record Known(Model Model, string PlanJson, string ModelId);
    }
}
