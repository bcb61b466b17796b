using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Gradient boosted trees by LightGBM; what leaves is a tree form that needs no native library.</summary>
/// <remarks>
/// Source: Ke et al. 2017, LightGBM: A Highly Efficient Gradient Boosting Decision Tree; library LightGBM 4.7. We differ in
/// scaling a number target to mean 0 and deviation 1, in leaving rows of weight 0 out before binning, and in the early
/// stopping, which keeps the best round by a loss summed in row order. An infinite value counts as 1e300 of its sign when training.
/// </remarks>
internal sealed class BoostingLearner : ILearner
{
    private const string Name = "lightgbm";

    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = Name,
        Title = "LightGBM boosting",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        StopsEarly = true,
        IsRandom = true,
        Strength = 0.977,
        Source = "Ke et al. 2017, LightGBM: A Highly Efficient Gradient Boosting Decision Tree; LightGBM 4.7",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => BoostingParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => NativeLibraryCheck.Fault;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return BoostingRecommendations.For(shape);
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return BoostingCost.Of(shape, values);
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        values.Check(Name, Parameters);
        if (Unavailable is { } fault)
        {
            throw new PlatformNotSupportedException(fault);
        }

        TrainingCheck.Check(data, Name);
        context.Cancellation.ThrowIfCancellationRequested();
        return new BoostingFit(data, values, context).Run();
    }
}
