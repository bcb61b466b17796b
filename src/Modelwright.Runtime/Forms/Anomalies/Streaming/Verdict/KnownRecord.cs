using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;

/// <summary>How a form keeps where training left series.</summary>
internal static class KnownRecord
{
    internal static void Write(IArtifactWriter writer, IReadOnlyList<KnownSeries> known)
    {
        writer.Integer("known", known.Count);
        for (var place = 0; place < known.Count; place++)
        {
            var part = writer.Part(PartName(place));
            part.Text("name", known[place].Name);
            part.Integer("until", known[place].Until);
            part.Bytes("state", known[place].State.Span);
        }
    }

    /// <exception cref="ArtifactException">There are more than may be kept, or one is not sound.</exception>
    internal static IReadOnlyList<KnownSeries> Read(IArtifactReader reader)
    {
        var count = reader.Integer("known");
        if (count is < 0 or > StreamVerdictForm.MostKnown)
        {
            throw new ArtifactException(FormattableString.Invariant($"The model keeps the end of {count} series; 0 to {StreamVerdictForm.MostKnown} can be read. Make the file again."));
        }

        var known = new KnownSeries[count];
        for (var place = 0; place < known.Length; place++)
        {
            var part = reader.Part(PartName(place));
            known[place] = new(part.Text("name"), part.Integer("until"), part.Bytes("state"));
        }

        return known;
    }

    private static string PartName(int place) => FormattableString.Invariant($"known_{place}");
}
