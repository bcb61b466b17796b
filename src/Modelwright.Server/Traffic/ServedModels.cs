using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Errors;

namespace Modelwright.Server.Traffic;

/// <summary>The models of a server by name. Safe from any thread.</summary>
public sealed class ServedModels
{
    private const int LongestName = 100;
    private readonly ConcurrentDictionary<string, ServedModel> _models = new(StringComparer.Ordinal);
    private readonly int _mostVersions;
    private volatile ServedModel[] _all = [];

    internal ServedModels(int mostVersions) => _mostVersions = mostVersions;

    /// <summary>All models, by name.</summary>
    public IReadOnlyList<ServedModel> All => _all;

    /// <summary>Adds a model with its first version, which answers at once.</summary>
    /// <param name="name">Its name: letters, digits, '-', '_' and '.', at most 100, no '.' first.</param>
    /// <param name="first">The version.</param>
    /// <returns>The model.</returns>
    /// <exception cref="OptionsException">The name is no name, or taken.</exception>
    public ServedModel Add(string name, ModelVersion first)
    {
        if (!IsName(name))
        {
            throw new OptionsException($"A model cannot be named '{name}'. Use letters, digits, '-', '_' and '.', at most 100 and no '.' first; it stands in addresses.");
        }

        var model = new ServedModel(name, first, _mostVersions);
        if (!_models.TryAdd(name, model))
        {
            throw new OptionsException($"A model named '{name}' is served already. Give another name.");
        }

        lock (_models)
        {
            _all = [.. _models.Values.OrderBy(one => one.Name, StringComparer.Ordinal)];
        }

        return model;
    }

    /// <summary>Looks a model up.</summary>
    /// <param name="name">Its name; case matters.</param>
    /// <param name="model">The model, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out ServedModel? model) => _models.TryGetValue(name, out model);

    /// <summary>Whether a text may name a model or a version. Names stand in addresses and labels of metrics, and lead to no file.</summary>
    internal static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName } && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
