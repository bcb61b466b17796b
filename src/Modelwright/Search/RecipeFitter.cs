using Modelwright.Core.Learning;
using Modelwright.Search.Stacking;
using Modelwright.Search.Unseen;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>Fits a recipe on rows: the same code for the refit at the end of a run and for repeating a plan.</summary>
internal sealed class RecipeFitter(LabelledRows rows, AnswerKind kind, long featureMemory)
{
    private readonly FeatureCache _cache = new(rows, featureMemory);

    /// <summary>What a member may take of its share of the time left: a heavy one that is cut short is a greater loss than a light one behind it.</summary>
    private const double Slack = 1.5;

    /// <summary>What must be left for a further round, in rounds like the first.</summary>
    private const double Spare = 1.2;

    /// <summary>A form of more bytes is fitted once: it is a mean of many trees already, and more of them would be slow to answer and to pack.</summary>
    private const long MostBytes = 5 << 20;

    /// <summary>Seeds of further rounds are told apart from those of trials on other folds.</summary>
    private const int FirstOfRounds = 3000;

    /// <summary>Whether the form is to be the mean of one form a fold, so that what each fold answers can be told; all members then have the same folds.</summary>
    public bool ByFolds { get; init; }

    /// <summary>Whether what the members answer out of fold is wanted.</summary>
    public bool KeepsAnswers { get; init; }

    /// <summary>How often every member whose fits are random may be fitted as a whole, each time by another seed: the mean of several is steadier than one.</summary>
    public int MostRounds { get; init; } = 1;

    /// <summary>Fits every member, heaviest first; one that the clock ends before it is done is left out. Time that is left over goes into further rounds.</summary>
    /// <param name="recipe">What to fit.</param>
    /// <param name="limits">Threads, time and cancellation; the time left is shared by the members as they are expected to need it.</param>
    /// <param name="progress">Called after each member of the first round with the share done.</param>
    /// <returns>What was fitted, and what was not.</returns>
    public RecipeFit Fit(Recipe recipe, FitLimits limits, Action<double>? progress = null)
    {
        var start = limits.Time.GetTimestamp();
        var done = new List<RecipeMember>();
        var cutShort = new List<Candidate>();
        for (var place = 0; place < recipe.Members.Count; place++)
        {
            var (candidate, weight) = recipe.Members[place];
            if (FitMember(recipe, (candidate, weight, place), limits with { Deadline = Deadline(limits, recipe, place) }) is { } member)
            {
                done.Add(member);
            }
            else
            {
                cutShort.Add(candidate);
            }

            progress?.Invoke((place + 1.0) / recipe.Members.Count);
        }

        var kept = cutShort.Count == 0 ? 1 : done.Sum(member => member.Weight);
        var (fitted, rounds) = recipe.IsWhole && cutShort.Count == 0 ? AddRounds(recipe, done, limits, limits.Time.GetElapsedTime(start).TotalSeconds) : (done, 1);
        var repeated = recipe with { Members = [.. fitted.Select(member => (member.Candidate, member.Weight / kept))], Second = null };
        if (recipe is { Second: { } layer, IsWhole: false } && cutShort.Count == 0)
        {
            var stacked = Stack(layer, recipe.Partition, done.ConvertAll(member => (member.Fits!.Predictions, member.Weight)), limits);
            if (!stacked.Fits.IsCutShort)
            {
                var both = StackFitter.Form(kind, done.ConvertAll(member => (member.Folds, member.Weight)), stacked.Fits.Folds, layer.Share);
                return new(both, repeated with { Second = layer.Repeating(stacked.Fits) }, cutShort, kept);
            }

            cutShort.Add(layer.Candidate);
        }

        return Blended(repeated, fitted, kept) with { CutShort = cutShort, Rounds = rounds };
    }

    private RecipeFit Blended(Recipe repeated, IReadOnlyList<RecipeMember> fitted, double kept)
    {
        if ((ByFolds || KeepsAnswers) && !repeated.IsWhole && fitted.Count > 0)
        {
            return new(ByFolds ? Blender.BlendFolds(kind, [.. fitted.Select(member => (member.Folds, member.Weight / kept))]) : Mean(fitted, kept), repeated, [], kept)
            {
                Known = UnseenByMembers.Of(rows, [.. fitted.Select(member => (member.Fits!, member.Weight / kept))], kind.Width),
                Covered = fitted[0].Fits!.Partition.Covered,
            };
        }

        return new(fitted.Count == 0 ? null : Mean(fitted, kept), repeated, [], kept);
    }

    private IForm Mean(IReadOnlyList<RecipeMember> fitted, double kept) =>
        Blender.Blend(kind, fitted.SelectMany(member => member.Folds.Select(fold => (fold, member.Weight / kept / member.Folds.Count))));

    /// <summary>Fits random members again by other seeds, as long as a round like the first fits the time left; one that is cut short is not taken.</summary>
    /// <returns>All that was fitted, the weight of a member shared by its fits; and the number of rounds.</returns>
    private (IReadOnlyList<RecipeMember> Fitted, int Rounds) AddRounds(Recipe recipe, IReadOnlyList<RecipeMember> first, FitLimits limits, double seconds)
    {
        RecipeMember[] random = [.. first.Where(member => member.Candidate.Learner.Info.IsRandom && member.Folds.Sum(fold => fold.Form.Info.Bytes) <= MostBytes)];
        var fitted = first.ToList();
        var rounds = 1;
        for (; limits.Deadline is not null && rounds < MostRounds && random.Length > 0 && limits.SecondsLeft > Spare * seconds; rounds++)
        {
            foreach (var member in random)
            {
                var again = member.Candidate with { Seed = Seeds.Mix(member.Candidate.Seed, FirstOfRounds + rounds) };
                if (FitMember(recipe, (again, member.Weight, member.Place), limits) is { } another)
                {
                    fitted.Add(another);
                }
            }
        }

        var times = fitted.ToLookup(member => member.Place);
        return (fitted.ConvertAll(member => member with { Weight = member.Weight / times[member.Place].Count() }), rounds);
    }

    /// <summary>Fits a member; null where the clock ended it before it was done.</summary>
    private RecipeMember? FitMember(Recipe recipe, (Candidate Candidate, double Weight, int Place) member, FitLimits limits)
    {
        var fits = recipe.IsWhole ? null : FitFolds(member.Candidate, recipe.Partition, limits);
        var folds = fits?.Folds ?? [FitWhole(member.Candidate, limits)];
        if (folds.Any(fold => fold.Report.End == FitEnd.Deadline))
        {
            return null;
        }

        ParameterValues[] decided = [.. folds.Select(fold => fold.Repeating)];
        var candidate = member.Candidate with { Values = decided[0], SplitValues = decided.Length > 1 ? decided : null };
        return new(candidate, member.Weight, member.Place, folds, fits);
    }

    private Stacked Stack(SecondLayer layer, PartitionPlan plan, IReadOnlyList<(double[] Answers, double Weight)> members, FitLimits limits) =>
        new StackFitter(rows, kind, featureMemory).Fit(layer, Partition.Make(plan, rows, layer.Candidate.PartitionSeed), members, limits);

    /// <summary>When a member is to be done, so that those after it have what they need.</summary>
    private static long? Deadline(FitLimits limits, Recipe recipe, int member)
    {
        if (limits.Deadline is not { } deadline)
        {
            return null;
        }

        double[] needs = recipe.Seconds.Count > 0 ? [.. recipe.Seconds.Skip(member)] : [.. Enumerable.Repeat(1.0, recipe.Members.Count - member)];
        var now = limits.Time.GetTimestamp();
        return now + (long)((deadline - now) * Math.Min(1, Slack * needs[0] / needs.Sum()));
    }

    private CrossFit FitFolds(Candidate candidate, PartitionPlan plan, FitLimits limits)
    {
        var partition = Partition.Make(plan, rows, candidate.PartitionSeed);
        return new CrossFitter(kind, _cache).Fit(candidate, partition, limits)!;
    }

    private FoldFit FitWhole(Candidate candidate, FitLimits limits)
    {
        var (steps, set, key) = _cache.Whole(candidate.Learner.Info, candidate.Features, limits.Cancellation);
        var context = new FitContext
        {
            Seed = candidate.Seed,
            Threads = limits.Threads,
            Cancellation = limits.Cancellation,
            Time = limits.Time,
            Deadline = limits.Deadline,
        };
        var fitted = candidate.Learner.Fit(set, candidate.Values, context);
        return new(steps, key, fitted.Form, fitted.Report, candidate.Values);
    }
}
