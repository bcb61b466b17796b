using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Profile;
using Modelwright.Profile.Baskets;
using Modelwright.Recording;
using Modelwright.Recording.Targetless;

namespace Modelwright.Tasks.Clustering;

/// <summary>Segments: rows that belong together. Method and number are chosen by how real the boundaries are and how well segments come back.</summary>
internal sealed class ClusteringTask : TargetlessTask
{
    /// <inheritdoc/>
    public override LearningTask Task => LearningTask.Clustering;

    /// <inheritdoc/>
    public override string Title => "Segments";

    /// <inheritdoc/>
    public override FeatureVariant Features => FeatureVariant.Distances;

    /// <inheritdoc/>
    public override Criterion Criterion { get; } = new("support", "Support", "How real the boundaries between segments are, on average: about 0 is a cut through one even cloud, 1 are clouds apart.", HigherIsBetter: true);

    /// <summary>What is bought together parts customers as well as segments do.</summary>
    public override IEnumerable<Finding> Findings(Table rows, DataProfile profile, CancellationToken cancellation) => BasketFindings.Of(BasketSearch.Find(rows, profile, cancellation));

    /// <inheritdoc/>
    public override TaskDecision Decide(TaskGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var methods = ClusterMethods.Of(ground);
        var choice = SegmentChooser.Choose(new(methods.Points, methods.All, ground.Context(ground.Seed)) { Clusters = ground.Options.Segments });
        var member = choice.Method is { } method
            ? methods.Member(method, choice.Clusters)
            : methods.Whole ?? throw new DataException($"{choice.Reason} No learner that was asked for can put all rows together. Ask for a number with --segments, or for other learners.");
        return new([(member, 1)])
        {
            Trials = [.. choice.Candidates.Select((candidate, place) => new LeaderboardEntry(place + 1, methods.Names[candidate.Method], candidate.Method, candidate.Setting.Length == 0 ? $"clusters={candidate.Clusters}" : $"clusters={candidate.Clusters}, {candidate.Setting}", candidate.Support, 0) { Weight = candidate.IsChosen ? 1 : 0 })],
            Figures = [.. Figures(choice)],
            Warnings = Warnings(choice, ground),
            Reason = choice.Reason,
            Segmentations = [.. choice.Candidates.Select(Told)],
        };
    }

    /// <inheritdoc/>
    public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members) => new SegmentAssembly(ground, members[0]).Run();

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Against(Column truth, IForm form, Table rows) => SegmentTruth.Of(truth, form, rows);

    private static string[] Warnings(SegmentChoice choice, TaskGround ground) =>
    [
        .. choice.IsComplete ? Array.Empty<string>() : ["There was no time to try every method with every number of segments. Give more with --budget."],
        .. choice.Rows < ground.Rows.RowCount ? [FormattableString.Invariant($"The choice was made on {choice.Rows:#,0} of {ground.Rows.RowCount:#,0} rows, drawn at random, as its work grows with their square; the segments themselves are of all rows.")] : Array.Empty<string>(),
    ];

    private static IEnumerable<Figure> Figures(SegmentChoice choice)
    {
        if (choice.Chosen is not { } chosen)
        {
            yield break;
        }

        if (chosen.Stability is { } stability)
        {
            yield return Figure("stability", stability.Mean, isBetterHigh: true) with { Lower = stability.Lower, Upper = stability.Upper, StandardError = (stability.Upper - stability.Lower) / 4 };
        }

        yield return Figure("support", chosen.Support, isBetterHigh: true);
        if (chosen is { Silhouette: { } silhouette, CalinskiHarabasz: { } ratio, DaviesBouldin: { } likeness })
        {
            yield return Figure("silhouette", silhouette, isBetterHigh: true);
            yield return Figure("calinski_harabasz", ratio, isBetterHigh: true);
            yield return Figure("davies_bouldin", likeness, isBetterHigh: false);
        }

        Figure Figure(string metric, double value, bool isBetterHigh) => new()
        {
            Model = "shipped",
            Data = metric == "stability" ? "resampled" : "training",
            Metric = metric,
            Value = value,
            StandardError = double.NaN,
            Lower = value,
            Upper = value,
            Rows = choice.Rows,
            HigherIsBetter = isBetterHigh,
        };
    }

    private static EvidenceSegmentation Told(SegmentCandidate candidate) => new(candidate.Title, candidate.Clusters, candidate.Parted, candidate.Support, candidate.Score, candidate.IsChosen)
    {
        Agreement = candidate.Agreement,
        Silhouette = candidate.Silhouette,
        CalinskiHarabasz = candidate.CalinskiHarabasz,
        DaviesBouldin = candidate.DaviesBouldin,
        Stability = candidate.Stability?.Mean,
    };
}
