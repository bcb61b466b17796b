using System.Globalization;

namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>Short names that differ: the most telling traits, as many as are needed to tell segments apart.</summary>
internal static class SegmentNames
{
    private const int Most = 4;
    private const int Usual = 2;

    /// <summary>Traits below this many standard deviations are not worth a name.</summary>
    private const double Telling = 0.3;

    /// <summary>One name a segment.</summary>
    /// <param name="traits">Traits of each, the most telling first.</param>
    public static string[] Of(SegmentTrait[][] traits)
    {
        var counts = Array.ConvertAll(traits, _ => Usual);
        var names = Written(traits, counts);
        for (var turn = Usual; turn < Most; turn++)
        {
            var twice = Twice(names);
            for (var segment = 0; segment < names.Length; segment++)
            {
                counts[segment] += twice.Contains(names[segment]) ? 1 : 0;
            }

            names = Written(traits, counts);
        }

        var left = Twice(names);
        return [.. names.Select((name, segment) => left.Contains(name) ? $"{name} ({(segment + 1).ToString(CultureInfo.InvariantCulture)})" : name)];
    }

    private static HashSet<string> Twice(string[] names) => [.. names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];

    private static string[] Written(SegmentTrait[][] traits, int[] counts) =>
        [.. traits.Select((own, segment) => string.Join(", ", own.Where(trait => Math.Abs(trait.Difference) >= Telling).Take(counts[segment]).Select(trait => trait.Text)) is { Length: > 0 } name ? name : "usual")];
}
