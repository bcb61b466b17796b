using System.Globalization;

namespace Modelwright.Fuzz;

/// <summary>Cases kept as files: a folder a target, a file a case.</summary>
internal static class Corpus
{
    private const string Extension = ".case";

    /// <summary>Keeps a case; its name says where it comes from.</summary>
    internal static void Keep(string folder, IFuzzTarget target, int seed, long number, byte[] input)
    {
        var place = Path.Combine(folder, target.Name);
        Directory.CreateDirectory(place);
        File.WriteAllBytes(Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"seed{seed}-{number}{Extension}")), input);
    }

    /// <summary>The kept cases of a target, in the order of their names.</summary>
    internal static IEnumerable<string> Files(string folder, IFuzzTarget target)
    {
        var place = Path.Combine(folder, target.Name);
        return Directory.Exists(place) ? Directory.EnumerateFiles(place, $"*{Extension}").Order(StringComparer.Ordinal) : [];
    }
}
