using System.Globalization;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Clusters.Named;
using Modelwright.Tasks.Clustering.Naming;
using Modelwright.Tasks.Clustering.Projection;

namespace Modelwright.Tasks.Clustering;

/// <summary>Gives segments names and rules, and says what sets each apart.</summary>
internal sealed class SegmentAssembly(TaskGround ground, FittedMember member)
{
    private const int MostLetters = 200;
    private const int MostTraits = 6;
    private const int FewestMapped = 10;

    /// <summary>Makes the model.</summary>
    public TaskModel Run()
    {
        var rows = ground.Rows.RowCount;
        var form = (IAssignsClusters)member.Form;
        var (labels, distances, doubts) = (new int[rows], new double[rows], new double[rows]);
        form.Assign(ground.Rows, labels, distances, doubts);
        var used = ground.Rows.Select([.. ground.Schema.Features.Select(feature => feature.Name)]);
        var portraits = SegmentPortraits.Of(used, labels, distances, doubts, ground.Stop);
        var evidence = Evidence(form.Clusters, labels, portraits);
        return new(new NamedClustersForm(member.Form, [.. evidence.Segments.Select(segment => segment.Name)]), Lead(evidence, rows))
        {
            EvidenceOfSegments = evidence,
            Segments = new(used, labels, portraits, form.Clusters > 1 && rows >= FewestMapped ? SegmentMap.Of(ClusterMethods.PointsOf(member.Features), ground.Seed, ground.Stop) : null),
        };
    }

    private static EvidenceSegments Evidence(int clusters, int[] labels, SegmentPortraits portraits)
    {
        // A cluster of the form that no row of training belongs to has no portrait.
        var known = portraits.Segments.ToDictionary(portrait => portrait.Segment);
        return new()
        {
            Count = clusters,
            Noise = labels.Count(label => label < 0),
            RuleAccuracy = double.IsFinite(portraits.Accuracy) ? portraits.Accuracy : null,
            Segments = [.. Enumerable.Range(0, clusters).Select(cluster => known.TryGetValue(cluster, out var portrait) ? Told(portrait) : new EvidenceSegment(cluster + 1, $"segment {cluster + 1}", 0, 0, []))],
        };
    }

    private static EvidenceSegment Told(SegmentPortrait portrait) => new(
        portrait.Segment + 1,
        portrait.Name.Length <= MostLetters ? portrait.Name : portrait.Name[..MostLetters],
        portrait.Rows,
        portrait.Share,
        [.. portrait.Rules.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Text} ({rule.Precision:0 %} of such rows are in it, and they are {rule.Coverage:0 %} of it)"))])
    {
        Profile = [.. portrait.Traits.Where(trait => double.IsFinite(trait.Difference)).Take(MostTraits).Select(trait => new EvidenceSegmentColumn(trait.Column, Value(trait, trait.Inside), Value(trait, trait.Overall), trait.Difference))],
    };

    private static string Value(SegmentTrait trait, double value) => trait.Level is { } level
        ? string.Create(CultureInfo.InvariantCulture, $"{level} {value:0 %}")
        : trait.IsTime ? new DateTime((long)Math.Clamp(value, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "G4", CultureInfo.InvariantCulture);

    private static string Lead(EvidenceSegments segments, int rows) => segments.Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"The {rows:#,0} rows are best seen as one group: no boundary through them is more than a cut through a cloud.")
        : string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows fall into {segments.Count} segments{(segments.Noise > 0 ? $"; {segments.Noise:#,0} belong to none" : "")}.");
}
