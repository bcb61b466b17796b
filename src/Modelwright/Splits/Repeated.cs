using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>The folds of another splitter, dealt out again and again by other chance.</summary>
/// <param name="once">What deals them out once.</param>
internal sealed class Repeated(ISplitter once) : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = once.Info with
    {
        Name = $"repeated_{once.Info.Name}",
        Title = $"Repeated {once.Info.Title.ToLowerInvariant()}",
        Meaning = $"{once.Info.Meaning} All of that as many times as repeats are asked for, by other chance each time; the splits of one time stand side by side.",
        IsRepeated = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Repeats().Throw();
        var random = new SplitRandom(request.Seed);
        var splits = new List<Split>();
        for (var repeat = 0; repeat < request.Repeats; repeat++)
        {
            splits.AddRange(once.Split(request with { Seed = random.Next(int.MaxValue) }));
        }

        return splits;
    }
}
