using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>An additive model with shape functions: the explainable boosting machine, with tables for some pairs of columns.</summary>
/// <remarks>
/// Lou, Caruana &amp; Gehrke 2012; Lou, Caruana, Gehrke &amp; Hooker 2013 for pairs; Nori, Jenkins, Koch &amp; Caruana 2019 for the
/// whole. Where we differ: bags hold out parts of the rows in turn, trees answer by Newton's step, missing values and rare
/// levels share a bin, and pairs are purified (Lengerich and others 2020).
/// </remarks>
public sealed class AdditiveLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "additive",
        Title = "Additive model with shape functions",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        IsRandom = true,
        Readability = Readability.Fully,
        Strength = 0.948,
        Source = "Nori, Jenkins, Koch & Caruana 2019, \"InterpretML\"; Lou, Caruana, Gehrke & Hooker 2013, \"Accurate intelligible models with pairwise interactions\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => AdditiveParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return AdditivePortfolio.Of(shape);
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return AdditiveCost.Estimate(shape, AdditiveParameters.Read(values));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var settings = AdditiveParameters.Read(values);
        var (form, decided) = AdditiveFit.Run(admitted, settings, context);
        return new(form, decided == settings ? new FitReport { Decided = values } : Late(values, settings, decided));
    }

    private static FitReport Late(ParameterValues values, AdditiveSettings settings, AdditiveSettings decided)
    {
        var when = decided.Rounds < settings.Rounds ? string.Create(CultureInfo.InvariantCulture, $"after {decided.Rounds} of at most {settings.Rounds} rounds over the columns")
            : decided.Pairs < settings.Pairs ? "before the pairs of columns"
            : string.Create(CultureInfo.InvariantCulture, $"after {decided.PairRounds} of at most {settings.PairRounds} rounds over the pairs of columns");
        var warning = $"The deadline came {when}. Give the fit more time, or ask for fewer outer_bags or a larger learning_rate.";
        values = values
            .With(AdditiveParameters.Rounds.Name, decided.Rounds)
            .With(AdditiveParameters.Pairs.Name, decided.Pairs)
            .With(AdditiveParameters.PairRounds.Name, decided.PairRounds);
        return new() { End = FitEnd.Deadline, Decided = values, Warnings = [warning] };
    }
}
