using Modelwright.Features;
using Modelwright.Search.Costs;
using Modelwright.Validation;

namespace Modelwright.Search.Distilling;

/// <summary>Settings of small models: what each learner recommends where a form may take so many bytes, on features made plainly.</summary>
internal static class StudentSettings
{
    /// <summary>Settings of each learner that are tried.</summary>
    private const int MostOfLearner = 2;

    /// <summary>Candidates, cheapest first; a learner whose models hold rows, or that cannot work here, has none.</summary>
    /// <param name="options">Learners, limits and seed.</param>
    /// <param name="costs">What fits on the taught rows are expected to cost.</param>
    public static IReadOnlyList<Candidate> Of(StudentOptions options, CostModel costs) =>
    [
        .. options.Learners
            .Where(learner => learner is { Unavailable: null, Info: { IsBaseline: false, StoresRows: false } })
            .SelectMany(learner => learner.Recommend(costs.ShapeFor(learner.Info) with { Bytes = options.Limits.Bytes }).Take(MostOfLearner)
                .Select(values => new Candidate(learner, values, options.Seed, options.Seed) { Features = FeatureVariant.Plain }))
            .OrderBy(candidate => costs.Expect(candidate.Learner, candidate.Values)),
    ];
}
