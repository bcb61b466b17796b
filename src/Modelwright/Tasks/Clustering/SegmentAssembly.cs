using System.Globalization;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Clusters.Named;

namespace Modelwright.Tasks.Clustering;

/// <summary>Gives segments names and rules, and says what sets each apart.</summary>
internal sealed class SegmentAssembly(TaskGround ground, FittedMember member)
{
    /// <summary>Makes the model.</summary>
    public TaskModel Run()
    {
        var rows = ground.Rows.RowCount;
        var form = (IAssignsClusters)member.Form;
        var labels = new int[rows];
        form.Assign(ground.Rows, labels, new double[rows], new double[rows]);
        var counts = Enumerable.Range(0, form.Clusters).Select(cluster => labels.Count(label => label == cluster)).ToArray();
        string[] names = [.. Enumerable.Range(1, form.Clusters).Select(number => $"segment {number}")];
        var evidence = new EvidenceSegments
        {
            Count = form.Clusters,
            Noise = labels.Count(label => label < 0),
            Segments = [.. counts.Select((count, cluster) => new EvidenceSegment(cluster + 1, names[cluster], count, (double)count / rows, []))],
        };
        return new(new NamedClustersForm(member.Form, names), Lead(evidence, rows)) { EvidenceOfSegments = evidence, Segments = new() };
    }

    private static string Lead(EvidenceSegments segments, int rows) => segments.Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"The {rows:#,0} rows are best seen as one group: no boundary through them is more than a cut through a cloud.")
        : string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows fall into {segments.Count} segments{(segments.Noise > 0 ? $"; {segments.Noise:#,0} belong to none" : "")}.");
}
