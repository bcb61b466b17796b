using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Network;

/// <summary>A network of dense layers over the columns of a table, with sums of cosines beside each number.</summary>
/// <remarks>
/// RealMLP: Holzmüller, Grinsztajn &amp; Steinwart 2024, "Better by default: strong pre-tuned MLPs and boosted trees on tabular data". Where we differ:
/// smaller layers and batches and fewer passes for time, one activation for both tasks, first weights that are not fitted to the data, no
/// smoothing of labels, levels of few columns without a vector, and a fit that ends once the loss on the validation rows no longer falls.
/// </remarks>
public sealed class NetworkLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "network",
        Title = "Table network",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        StopsEarly = true,
        IsRandom = true,
        Strength = 0.96,
        Source = "Holzmüller, Grinsztajn & Steinwart 2024, \"Better by default: strong pre-tuned MLPs and boosted trees on tabular data\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => NetworkParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return NetworkPortfolio.Of(shape);
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return NetworkCost.Of(shape, NetworkParameters.Read(values));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context) =>
        NetworkFit.Run(TrainingChecks.Admit(this, data, values, context), values, context);
}
