using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Recording;
using Modelwright.Search.Distilling;
using Modelwright.Search.Stacking;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>How the shipped model is made: members with weights, on folds or as a whole. Goes into the plan and comes back from it.</summary>
/// <param name="Partition">The splitter behind the folds.</param>
/// <param name="IsWhole">Whether each member is fitted once on all rows instead of once a fold.</param>
/// <param name="Members">Candidates with weights of sum 1.</param>
internal sealed record Recipe(PartitionPlan Partition, bool IsWhole, IReadOnlyList<(Candidate Candidate, double Weight)> Members)
{
    /// <summary>Whether it is fitted on the development rows alone, those that are sealed in the first run left out.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary>Rows of the seeded sample it is fitted on; 0 means no sample.</summary>
    public int SampleRows { get; init; }

    /// <summary>The model it learned from; null where it learned from the rows alone.</summary>
    public Teaching? Teaching { get; init; }

    /// <summary>What each member is expected to take beside the others, in the order of the members; empty means the same for all.</summary>
    public IReadOnlyList<double> Seconds { get; init; } = [];

    /// <summary>What reads the answers of the members; null where there is one layer.</summary>
    public SecondLayer? Second { get; init; }

    /// <summary>The recipe of the model that a search validated: every member on the splits of the search.</summary>
    public static Recipe Validated(SearchOutcome outcome) => outcome.Rule.IsWhole
        ? Refit(outcome)
        : new(outcome.Partition.Plan, IsWhole: false, [.. outcome.Members.Select(member => (Repeated(member.Trial), member.Weight))]);

    /// <summary>The recipe for a refit: on folds as searched, or as a whole with what early stopping decided on the held-out part.</summary>
    public static Recipe Refit(SearchOutcome outcome) => Refitted(outcome) with { Seconds = [.. outcome.Members.Select(member => member.Trial.Seconds)] };

    private static Recipe Refitted(SearchOutcome outcome) => outcome.Partition.IsBag && !outcome.Rule.IsWhole
        ? new(outcome.Partition.Plan, IsWhole: false, [.. outcome.Members.Select(member => (member.Trial.Fits!.IsCutShort ? Repeated(member.Trial) : member.Trial.Candidate, member.Weight))])
        : new(outcome.Partition.Plan, IsWhole: true, [.. outcome.Members.Select(member => (Decided(member.Trial), member.Weight))]);

    /// <summary>The recipe of a finished plan.</summary>
    public static Recipe From(PlanDecision decision, LearnerCatalog learners) => new(
        new(decision.Splitter, decision.Folds, decision.TestShare) { Repeats = decision.Repeats ?? 1, Gap = decision.Gap, Embargo = decision.Embargo },
        decision.Fit == "whole",
        [.. decision.Members.Select(member => (Read(member, learners), member.Weight))])
    {
        IsDevelopment = decision.IsDevelopment,
        SampleRows = decision.SampleRows,
        Second = decision.SecondLayer is { } second ? new(Read(second, learners), second.Weight) : null,
        Teaching = decision.Teacher is { } teacher ? new(From(teacher, learners), decision.TeacherShare ?? 1) { Rows = teacher.Rows } : null,
    };

    /// <summary>The recipe as a plan holds it.</summary>
    public PlanDecision Write(int rows) => new()
    {
        Fit = IsWhole ? "whole" : "folds",
        Splitter = Partition.Splitter,
        Folds = Partition.Folds,
        TestShare = Partition.TestShare,
        Repeats = Partition.Repeats > 1 ? Partition.Repeats : null,
        Gap = Partition.Gap,
        Embargo = Partition.Embargo,
        Rows = rows,
        IsDevelopment = IsDevelopment,
        SampleRows = SampleRows,
        Teacher = Teaching?.Teacher.Write(Teaching.Rows),
        TeacherShare = Teaching?.Share,
        Members = [.. Members.Select(member => Write(member.Candidate, member.Weight))],
        SecondLayer = Second is { } second ? Write(second.Candidate, second.Share) : null,
    };

    private static Candidate Decided(Trial trial) =>
        trial.Candidate with { Values = trial.Fits!.Folds[^1].Report.Decided, SplitValues = null };

    private static Candidate Repeated(Trial trial) =>
        trial.Candidate with { SplitValues = [.. trial.Fits!.Folds.Select(fold => fold.Repeating)] };

    private static Candidate Read(PlanMember member, LearnerCatalog learners)
    {
        var learner = learners.Get(member.Learner);
        ParameterValues[] values = [.. member.Parameters.Select(ParameterValues.From)];
        foreach (var setting in values)
        {
            setting.Check(member.Learner, learner.Parameters);
        }

        return new(learner, values.Length > 0 ? values[0] : ParameterValues.Default, member.Seed, member.PartitionSeed)
        {
            Features = FeatureVariant.Find(member.Features),
            SplitValues = values.Length > 1 ? values : null,
        };
    }

    private static PlanMember Write(Candidate candidate, double weight)
    {
        IReadOnlyDictionary<string, string>[] settings = [.. (candidate.SplitValues ?? [candidate.Values]).Select(values => values.Texts)];
        var same = settings.All(setting => setting.SequenceEqual(settings[0]));
        return new()
        {
            Learner = candidate.Learner.Info.Name,
            Weight = weight,
            Seed = candidate.Seed,
            PartitionSeed = candidate.PartitionSeed,
            Features = candidate.Features.Name,
            Parameters = same ? settings[..1] : settings,
        };
    }
}
