using Modelwright.Reports.Content;
using Modelwright.Stress;

namespace Modelwright.Reports.Testing;

/// <summary>What the model does with rows of another shape.</summary>
internal static class ShapeSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Probes.Count == 0)
        {
            yield break;
        }

        var unsound = test.Probes.Where(probe => !probe.IsSound).ToArray();
        yield return new Prose(unsound.Length == 0
            ? $"Columns were taken away, renamed, given another type, added and put in another order, {Numbers.Count(test.Probes.Count)} times. Every time the rows were refused by an error that names the column, or answered rightly."
            : $"Columns were taken away, renamed, given another type, added and put in another order, {Numbers.Count(test.Probes.Count)} times. {Numbers.Count(unsound.Length)} times a caller could not rely on what came back.");
        if (unsound.Length > 0)
        {
            yield return Grid.Of("", "what was done|column|what came back", unsound.Select(probe => (IReadOnlyList<string>)[probe.Name.Replace('_', ' '), probe.Column ?? "", $"{probe.Outcome}: {probe.Text}"]));
        }
    }
}
