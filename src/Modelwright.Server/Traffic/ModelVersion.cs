using System.Text.Json;
using Microsoft.Extensions.ObjectPool;
using Modelwright.Core.Errors;
using Modelwright.Explain;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Answers;
using Modelwright.Server.Rows;

namespace Modelwright.Server.Traffic;

/// <summary>One version of a served model: a package that is loaded and checked. Immutable; safe from any thread, and who holds it can finish with it.</summary>
public sealed class ModelVersion
{
    private readonly Lazy<Explainer> _explainer;

    /// <summary>Makes a version of a package that is loaded.</summary>
    /// <param name="version">Its name: letters, digits, '-', '_' and '.', at most 100, no '.' first.</param>
    /// <param name="predictor">What answers; it is shared, so it is not to be disposed.</param>
    /// <param name="loadedAt">When it was loaded, in UTC.</param>
    /// <exception cref="OptionsException">No version can be named so.</exception>
    public ModelVersion(string version, Predictor predictor, DateTimeOffset loadedAt)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        if (!ServedModels.IsName(version))
        {
            throw new OptionsException($"A version cannot be named '{version}'. Use letters, digits, '-', '_' and '.', at most 100 and no '.' first; it stands in addresses.");
        }

        (Version, Predictor, LoadedAt, ModelId) = (version, predictor, loadedAt, predictor.Package.ModelId);
        Layout = new(predictor.Package.Model);
        Classes = [.. predictor.Classes.Select(name => JsonEncodedText.Encode(name))];
        Columns = [.. predictor.AnswerColumns.Select(column => JsonEncodedText.Encode(column.Name))];
        Work = new DefaultObjectPool<RowWork>(new RowWorkPolicy(this), Environment.ProcessorCount * 4);
        _explainer = new(() => new(predictor.Package));
    }

    /// <summary>The name of the version, unique in its model.</summary>
    public string Version { get; }

    /// <summary>What answers.</summary>
    public Predictor Predictor { get; }

    /// <summary>64 hexadecimal digits that tell models apart.</summary>
    public string ModelId { get; }

    /// <summary>When it was loaded, in UTC.</summary>
    public DateTimeOffset LoadedAt { get; }

    internal RowLayout Layout { get; }

    internal JsonEncodedText[] Classes { get; }

    internal JsonEncodedText[] Columns { get; }

    /// <summary>What requests are worked on with, one each.</summary>
    internal ObjectPool<RowWork> Work { get; }

    /// <exception cref="ModelwrightException">Its answers cannot be explained.</exception>
    internal Explainer Explainer => _explainer.Value;
}
