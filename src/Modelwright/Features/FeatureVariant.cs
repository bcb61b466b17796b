using Modelwright.Core.Errors;

namespace Modelwright.Features;

/// <summary>A way to plan features, for search to try; a plan of training records its name only.</summary>
/// <param name="Name">The name in plans, in snake_case.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
public sealed record FeatureVariant(string Name, string Meaning)
{
    /// <summary>What is used where nothing is asked.</summary>
    public static FeatureVariant Standard { get; } = new("standard", "Steps as the columns and the learner need them.");

    /// <summary>Also encodes categories of few levels by the target.</summary>
    public static FeatureVariant TargetEncoded { get; } = new("target_encoded", "Every category of three or more levels is encoded by the target as well.")
    {
        EncodesFrom = 3,
    };

    /// <summary>Never encodes by the target, and takes fewer terms from texts.</summary>
    public static FeatureVariant Plain { get; } = new("plain", "No encoding by the target, and at most 50 terms from a text.")
    {
        EncodesFrom = int.MaxValue,
        MaxTerms = 50,
    };

    /// <summary>Also makes numbers of how categories of many levels are spelled.</summary>
    public static FeatureVariant DirtyCategories { get; } = new("dirty_categories", "Categories of many levels written in words are also taken by how they are spelled.")
    {
        Spells = true,
    };

    /// <summary>Also compares numbers with those of their group.</summary>
    public static FeatureVariant Aggregated { get; } = new("aggregates", "Numbers are also compared with the mean of their group.")
    {
        Aggregates = true,
    };

    /// <summary>Brings numbers to normal scores where a learner wants one scale.</summary>
    public static FeatureVariant NormalScores { get; } = new("normal_scores", "For a learner of sums numbers become normal scores, and times also come round.")
    {
        TakesScores = true,
    };

    /// <summary>Also takes categories, codes and pairs of them by ordered target statistics.</summary>
    public static FeatureVariant CategoryStatistics { get; } = new("category_statistics", "Categories, numbers that are codes, and pairs of them that tell more than their parts are also taken by ordered target statistics.")
    {
        TakesStatistics = true,
    };

    /// <summary>Also reckons with pairs of numbers.</summary>
    public static FeatureVariant NumberPairs { get; } = new("number_pairs", "Differences, ratios, products and sums of two numbers that tell more than both together are columns too.")
    {
        Reckons = true,
    };

    /// <summary>Every column counts once, for tasks that compare rows by distances. No search tries it: such tasks ask for it.</summary>
    public static FeatureVariant Distances { get; } = new("distances", "A time is its elapsed days alone, and that a value is missing is no column of its own.")
    {
        CountsOnce = true,
    };

    /// <summary>When a row came is no property of it, for tasks that ask which rows are unusual. No search tries it: such tasks ask for it.</summary>
    public static FeatureVariant Occurrences { get; } = new("occurrences", "A time that runs along the rows is the hour, weekday and month alone, where it comes round twice; another is its elapsed days alone.")
    {
        Occurs = true,
    };

    /// <summary>Readings as they come, for tasks that follow series. No search tries it: such tasks ask for it.</summary>
    public static FeatureVariant Readings { get; } = new("readings", "Number columns as they are, without any step; no others.")
    {
        TakesReadings = true,
    };

    /// <summary>The list of those that a search tries: one line a variant.</summary>
    public static IReadOnlyList<FeatureVariant> All { get; } =
    [
        Standard,
        CategoryStatistics,
        NumberPairs,
        TargetEncoded,
        Plain,
        DirtyCategories,
        Aggregated,
        NormalScores,
    ];

    /// <summary>Levels from which a category is encoded by the target; null leaves it to the learner's needs.</summary>
    public int? EncodesFrom { get; init; }

    /// <summary>Columns made of the terms of one text at most.</summary>
    public int MaxTerms { get; init; } = 300;

    /// <summary>Whether categories of many levels are also taken by how they are spelled.</summary>
    public bool Spells { get; init; }

    /// <summary>Whether numbers are also compared with their group.</summary>
    public bool Aggregates { get; init; }

    /// <summary>Whether categories, codes and pairs of them are also taken by ordered target statistics.</summary>
    public bool TakesStatistics { get; init; }

    /// <summary>Whether results of two numbers become columns.</summary>
    public bool Reckons { get; init; }

    /// <summary>Whether numbers become normal scores for a learner that wants one scale.</summary>
    public bool TakesScores { get; init; }

    /// <summary>Whether a column is to count once in distances between rows.</summary>
    public bool CountsOnce { get; init; }

    /// <summary>Whether a time that runs along the rows says when they came, so that only its rounds tell something of them.</summary>
    public bool Occurs { get; init; }

    /// <summary>Whether number columns are taken as they are, and no others.</summary>
    public bool TakesReadings { get; init; }

    /// <summary>The variant of a name.</summary>
    /// <param name="name">A name as a plan records it.</param>
    /// <returns>The variant.</returns>
    /// <exception cref="OptionsException">There is no such variant.</exception>
    public static FeatureVariant Find(string name) => All.Append(Distances).Append(Occurrences).Append(Readings).FirstOrDefault(variant => variant.Name == name)
        ?? throw new OptionsException($"Feature variant '{name}' is not known.{NearestName.Suggest(name, All.Select(variant => variant.Name))} There are: {string.Join(", ", All.Select(variant => $"'{variant.Name}'"))}.");
}
