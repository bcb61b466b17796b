using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Recording;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>Anomalies of series: readings that are strange beside those of their own series before them.</summary>
internal sealed class StreamTask : TargetlessTask
{
    /// <summary>Whether rows of this meaning are readings of series: a column says when each was taken.</summary>
    public static bool Suits(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.WithRole(ColumnRole.Time).Any();
    }

    /// <inheritdoc/>
    public override LearningTask Task => LearningTask.Anomalies;

    /// <inheritdoc/>
    public override string Title => "Anomalies over time";

    /// <inheritdoc/>
    public override Criterion Criterion { get; } = new("contrast", "Contrast", "How much stranger the strangest thousandth of the readings is than the middle one, in powers of ten of their chance.", HigherIsBetter: true);

    /// <inheritdoc/>
    public override FeatureVariant Features => FeatureVariant.Readings;

    /// <inheritdoc/>
    public override bool Takes(LearnerInfo learner) => learner is { ReadsInOrder: true };

    /// <inheritdoc/>
    public override bool ReadsInOrder => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Faults(Schema schema, TrainingPlan plan) => StreamTaskFaults.Of(schema, plan);

    /// <inheritdoc/>
    public override TaskDecision Decide(TaskGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        List<(FittedMember Member, double Contrast)> tried = [];
        foreach (var candidate in AnomalyMembers.Candidates(ground).Where((_, place) => place == 0 || ground.MayGoOn))
        {
            ground.Report(0.1, candidate.Learner.Info.Title);
            var fitted = ground.Fit(candidate);
            tried.Add((fitted, Contrast(StreamReadings.Of(ground, fitted).Scores.Scores)));
        }

        var best = tried.MaxBy(one => one.Contrast).Member;
        return new([(best.Member, 1)]) { SampleRows = StreamReadings.Of(ground, best).SampleRows, Trials = [.. tried.Select((one, place) => Entry(one, place, best)).OrderByDescending(entry => entry.Score)] };
    }

    /// <inheritdoc/>
    public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new StreamAssembly(ground, members[0]).Run();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Against(Column truth, IForm form, Table rows) => AnomalyTruth.Of(truth, form, rows);

    private static LeaderboardEntry Entry((FittedMember Member, double Contrast) tried, int place, FittedMember best)
    {
        var (learner, values) = (tried.Member.Member.Learner.Info, tried.Member.Member.Values);
        return new(place + 1, learner.Name, learner.Title, values.ToString(), tried.Contrast, tried.Member.Seconds) { Weight = tried.Member == best ? 1 : 0 };
    }

    private static double Contrast(IReadOnlyList<double> scores)
    {
        double[] sorted = [.. scores.Order()];
        var strangest = Math.Max(1, sorted.Length / 1000);
        return sorted.TakeLast(strangest).Average() - sorted[sorted.Length / 2];
    }
}
