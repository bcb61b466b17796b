using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Testing.Steps;

/// <summary>State written to memory, as values that can be compared, left out and read back.</summary>
internal sealed class MemoryArtifact : IArtifactWriter, IArtifactReader
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>All values as text, nested names with slashes, numbers by their bits.</summary>
    internal IReadOnlyList<string> Lines => [.. Paths("").Select(value => $"{value.Path}={Format(value.Value)}")];

    /// <summary>The paths of all values.</summary>
    internal IReadOnlyList<string> AllPaths => [.. Paths("").Select(value => value.Path)];

    public void Text(string name, string? value) => _values.Add(name, value);

    public void Number(string name, double value) => _values.Add(name, value);

    public void Integer(string name, long value) => _values.Add(name, value);

    public void Flag(string name, bool value) => _values.Add(name, value);

    public void Texts(string name, IReadOnlyList<string> values) => _values.Add(name, values.ToArray());

    public void Numbers(string name, ReadOnlySpan<double> values) => _values.Add(name, values.ToArray());

    public void Integers(string name, ReadOnlySpan<int> values) => _values.Add(name, values.ToArray());

    public void Bytes(string name, ReadOnlySpan<byte> values) => _values.Add(name, values.ToArray());

    IArtifactWriter IArtifactWriter.Part(string name)
    {
        var part = new MemoryArtifact();
        _values.Add(name, part);
        return part;
    }

    string? IArtifactReader.Text(string name) => _values.TryGetValue(name, out var value) && value is null ? null : Get<string>(name);

    double IArtifactReader.Number(string name) => Get<double>(name);

    long IArtifactReader.Integer(string name) => Get<long>(name);

    bool IArtifactReader.Flag(string name) => Get<bool>(name);

    IReadOnlyList<string> IArtifactReader.Texts(string name) => Get<string[]>(name);

    double[] IArtifactReader.Numbers(string name) => [.. Get<double[]>(name)];

    int[] IArtifactReader.Integers(string name) => [.. Get<int[]>(name)];

    byte[] IArtifactReader.Bytes(string name) => [.. Get<byte[]>(name)];

    IArtifactReader IArtifactReader.Part(string name) => Get<MemoryArtifact>(name);

    /// <summary>The same state with one value replaced, or left out where the replacement gives null.</summary>
    internal MemoryArtifact Change(string path, Func<object?, object?> change)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? path : path[..slash];
        var copy = new MemoryArtifact();
        foreach (var (key, value) in _values)
        {
            var changed = key != name ? value : slash < 0 ? change(value) : ((MemoryArtifact)value!).Change(path[(slash + 1)..], change);
            if (key != name || changed is not null)
            {
                copy._values.Add(key, changed);
            }
        }

        return copy;
    }

    private T Get<T>(string name) => _values.TryGetValue(name, out var value) && value is T found
        ? found
        : throw new ArtifactException($"Value '{name}' is absent or of another kind.");

    private IEnumerable<(string Path, object? Value)> Paths(string before) => _values.SelectMany(pair => pair.Value is MemoryArtifact part
        ? part.Paths($"{before}{pair.Key}/")
        : [(before + pair.Key, pair.Value)]);

    private static string Format(object? value) => value switch
    {
        null => "null",
        double number => $"{BitConverter.DoubleToInt64Bits(number):x}",
        string[] texts => string.Join('|', texts),
        double[] numbers => string.Join('|', numbers.Select(number => $"{BitConverter.DoubleToInt64Bits(number):x}")),
        int[] numbers => string.Join('|', numbers),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => FormattableString.Invariant($"{value}"),
    };
}
