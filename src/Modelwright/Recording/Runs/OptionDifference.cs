namespace Modelwright.Recording.Runs;

/// <summary>An option that two runs were told differently.</summary>
/// <param name="Name">The option.</param>
/// <param name="First">What the first was told; null where nothing.</param>
/// <param name="Second">What the second was told; null where nothing.</param>
public sealed record OptionDifference(string Name, string? First, string? Second)
{
    /// <summary>All differences, by name.</summary>
    internal static IEnumerable<OptionDifference> Between(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second) => first.Keys
        .Union(second.Keys, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(name => new OptionDifference(name, first.GetValueOrDefault(name), second.GetValueOrDefault(name)))
        .Where(difference => difference.First != difference.Second);
}
