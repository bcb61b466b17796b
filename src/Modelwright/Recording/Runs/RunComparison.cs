namespace Modelwright.Recording.Runs;

/// <summary>What two recorded runs have in common and what sets them apart.</summary>
public sealed record RunComparison
{
    private RunComparison()
    {
    }

    /// <summary>The first run.</summary>
    public required RecordedRun First { get; init; }

    /// <summary>The second run.</summary>
    public required RecordedRun Second { get; init; }

    /// <summary>Whether both read the same bytes; null where one of them read rows from memory.</summary>
    public bool? SameData { get; init; }

    /// <summary>Whether both came to the same model; null where one of them has none.</summary>
    public bool? SameModel { get; init; }

    /// <summary>What they were told differently, by name, and what differs in rows, release, system and architecture.</summary>
    public required IReadOnlyList<OptionDifference> Differences { get; init; }

    /// <summary>Figures of the same metric and kind of rows side by side, in the order of the first run.</summary>
    public required IReadOnlyList<FigurePair> Figures { get; init; }

    /// <summary>Compares two runs.</summary>
    /// <param name="first">One run.</param>
    /// <param name="second">Another.</param>
    /// <returns>The comparison. Figures with intervals that overlap do not tell the runs apart by themselves.</returns>
    public static RunComparison Of(RecordedRun first, RecordedRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new()
        {
            First = first,
            Second = second,
            SameData = first.Fingerprint is null || second.Fingerprint is null ? null : first.Fingerprint == second.Fingerprint,
            SameModel = first.Summary.ModelId is null || second.Summary.ModelId is null ? null : first.Summary.ModelId == second.Summary.ModelId,
            Differences = [.. OptionDifference.Between(Facts(first), Facts(second)), .. OptionDifference.Between(first.Options, second.Options)],
            Figures = [.. Pairs(first.Figures, second.Figures)],
        };
    }

    private static IEnumerable<FigurePair> Pairs(IReadOnlyList<Figure> first, IReadOnlyList<Figure> second)
    {
        static (string, string, string) Key(Figure figure) => (figure.Metric, figure.Data, figure.Model);
        var others = second.DistinctBy(Key).ToDictionary(Key);
        var known = first.Select(Key).ToHashSet();
        return first.Select(figure => new FigurePair(figure, others.GetValueOrDefault(Key(figure))))
            .Concat(second.Where(figure => !known.Contains(Key(figure))).Select(figure => new FigurePair(null, figure)));
    }

    private static Dictionary<string, string> Facts(RecordedRun run)
    {
        (string Name, string? Text)[] facts =
        [
            ("architecture", run.Architecture),
            ("metric", run.Metric),
            ("release", run.Release),
            ("rows", FormattableString.Invariant($"{run.Rows}")),
            ("source", run.Summary.Source),
            ("system", run.System),
            ("target", run.Summary.Target),
            ("task", run.Task),
            ("threads", FormattableString.Invariant($"{run.Threads}")),
        ];
        return facts.Where(fact => fact.Text is not null).ToDictionary(fact => fact.Name, fact => fact.Text!, StringComparer.Ordinal);
    }
}
