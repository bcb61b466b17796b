using System.Collections.Concurrent;
using Modelwright.Core.Learning;

namespace Modelwright.Tests.Search.Resuming;

/// <summary>Counts what is fitted.</summary>
internal sealed class FitCount
{
    private readonly ConcurrentDictionary<string, int> _fits = new(StringComparer.Ordinal);

    /// <summary>Different settings that were fitted.</summary>
    public int Candidates => _fits.Count;

    public void Add(string name) => _fits.AddOrUpdate(name, 1, (_, count) => count + 1);
}

/// <summary>A learner that does what another does, and is counted.</summary>
internal sealed class CountingLearner(ILearner learner, FitCount count) : ILearner
{
    public LearnerInfo Info => learner.Info;

    public IReadOnlyList<ParameterSpec> Parameters => learner.Parameters;

    public string? Unavailable => learner.Unavailable;

    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => learner.Recommend(shape);

    public FitCost Estimate(DataShape shape, ParameterValues values) => learner.Estimate(shape, values);

    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        count.Add($"{Info.Name}({values}):{string.Join(',', data.Features.Columns.Select(column => column.Name))}");
        return learner.Fit(data, values, context);
    }
}
