using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>Ordered target statistics of categories, of numbers that are codes, and of pairs of them taken as one category.</summary>
/// <remarks>
/// Training rows are put in an order by the seed, or by their time where they have one, and each is encoded by the answers of the rows before it alone:
/// (sum of the target over rows of the same value before it + Smoothing x mean of all) / (their number + Smoothing), by weight. Later rows are encoded by all
/// training rows. Regression gives 'a:ordered', classes 'a:ordered=CLASS' for every class but the first; 'a:share' is the share of the training rows
/// with the same value. A pair gives 'a+b:ordered' and so on. Missing is a value of its own. Values of fewer than <see cref="MinCount"/> training rows, and those
/// not seen, get the mean of all and the share 0.
/// Source: Prokhorenkova et al. 2018, CatBoost: unbiased boosting with categorical features. We differ in one order a fit, and in the smoothing, which is estimated.
/// </remarks>
public sealed record OrderedTarget : IStep
{
    internal const string StepName = "ordered_target";

    /// <summary>Values or combinations that are told apart in one column or pair; beyond them those of fewest rows count as not seen.</summary>
    public const int MostValues = 100_000;

    /// <summary>Pairs that can be asked to be found at most.</summary>
    public const int MostFoundPairs = 100;

    /// <summary>Categories, and numbers that are codes, each by itself; null means all categories, none of both where only pairs are named.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Pairs of categories or codes that are taken as one category.</summary>
    public IReadOnlyList<ColumnPair> Pairs { get; init; } = [];

    /// <summary>Further pairs that are looked for among <see cref="Columns"/> and <see cref="Candidates"/>, those that tell most beyond their parts; 0 to 100.</summary>
    public int MostPairs { get; init; }

    /// <summary>Columns that may be part of a pair that is looked for; of themselves only numbers are encoded, and only those whose values tell more than their order does.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Rows' worth of the mean of all that is mixed into every value, 0 or more; null to have it estimated, from 0.5 to 500.</summary>
    public double? Smoothing { get; init; }

    /// <summary>Training rows that a value needs to be told apart, 1 or more.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>Whether the columns stay beside their statistics.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Smoothing), Smoothing ?? 0, 0, double.MaxValue), (nameof(MinCount), MinCount, 1, int.MaxValue), (nameof(MostPairs), MostPairs, 0, MostFoundPairs));
        var fit = new OrderedFit(input, this);
        var names = Columns ?? (Pairs.Count > 0 ? [] : [.. input.Rows.Columns.Where(column => column.Type == ColumnType.Category).Select(column => column.Name)]);
        fit.Check([.. names, .. Candidates, .. Pairs.Select(pair => pair.First), .. Pairs.Select(pair => pair.Second)]);
        foreach (var wanted in fit.Choose(names))
        {
            fit.Add(wanted);
        }

        return fit.Done();
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedTupleStep.Read(reader, StepName, 1..2, OrderedTuple.Read);
}
