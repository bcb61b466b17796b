using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>k-means: centres such that rows are near to theirs. Finds round clusters of like size.</summary>
/// <remarks>
/// Starts by greedy k-means++ and moves (Lloyd 1982) over at most 20,000 rows, swaps of the best start (Fränti 2018), and moves over all
/// rows.
/// </remarks>
public sealed class KMeansLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "k_means",
        Title = "k-means",
        Tasks = [LearningTask.Clustering],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        IsRandom = true,
        Source = "Lloyd 1982, \"Least squares quantization in PCM\"; Arthur & Vassilvitskii 2007, \"k-means++: The advantages of careful seeding\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => KMeansParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var quick = ParameterValues.Default.With(KMeansParameters.Starts.Name, 2).With(KMeansParameters.Swaps.Name, 5);
        return Estimate(shape, ParameterValues.Default).Seconds <= shape.Seconds ? [ParameterValues.Default] : [quick];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return KMeansCost.Estimate(shape, KMeansParameters.Read(values));
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var choice = KMeansParameters.Read(values);
        var points = ClusterPoints.Of(admitted, choice.MaxRows, context);
        var (centers, decided) = new KMeansFit(points, context).Run(choice);
        var form = CenterForm.Of(points, centers);
        List<string> warnings = form.Clusters < choice.Clusters ? [ClusterSettings.Fewer(choice.Clusters, form.Clusters)] : [];
        if (points.LeftOut > 0)
        {
            warnings.Add(ClusterSettings.Drawn(points.LeftOut, points.LeftOut + points.Rows.Sum()));
        }

        var isWhole = decided == choice;
        return new(form, new()
        {
            End = isWhole ? FitEnd.Finished : FitEnd.Deadline,
            Decided = isWhole ? values : KMeansParameters.With(values, decided),
            Warnings = warnings,
        });
    }
}
