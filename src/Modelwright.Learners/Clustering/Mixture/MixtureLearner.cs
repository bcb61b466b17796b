using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>A Gaussian mixture: clusters are normal distributions of any size and slant.</summary>
/// <remarks>
/// Expectation and maximisation (Dempster, Laird &amp; Rubin 1977) from starts by k-means over at most 20,000 rows, then over all rows.
/// </remarks>
public sealed class MixtureLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "gaussian_mixture",
        Title = "Gaussian mixture",
        Tasks = [LearningTask.Clustering],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        IsRandom = true,
        Source = "Dempster, Laird & Rubin 1977, \"Maximum likelihood from incomplete data via the EM algorithm\"; McLachlan & Peel 2000, \"Finite mixture models\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => MixtureParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ParameterValues[] settings = [ParameterValues.Default, ParameterValues.Default.With(MixtureParameters.Covariance.Name, "diagonal")];
        return [.. settings.Select(setting => Bounded(shape, setting))];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return MixtureCost.Estimate(shape, MixtureParameters.Read(values));
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var choice = MixtureParameters.Read(values);
        var points = ClusterPoints.Of(admitted, choice.MaxRows, context);
        var (components, last, decided) = new MixtureFit(points, context).Run(choice);
        var form = MixtureForm.Of(points, components, last);
        List<string> warnings = form.Clusters < choice.Clusters ? [ClusterSettings.Fewer(choice.Clusters, form.Clusters)] : [];
        if (points.LeftOut > 0)
        {
            warnings.Add(ClusterSettings.Drawn(points.LeftOut, points.LeftOut + points.Rows.Sum()));
        }

        var isWhole = decided == choice;
        return new(form, new()
        {
            End = isWhole ? FitEnd.Finished : FitEnd.Deadline,
            Decided = isWhole ? values : MixtureParameters.With(values, decided),
            Warnings = warnings,
        });
    }

    /// <summary>Fewer starts where there are many rows or little time.</summary>
    private ParameterValues Bounded(DataShape shape, ParameterValues values)
    {
        const double MostSeconds = 8;
        var starts = (int)MixtureParameters.Starts.Default;
        while (starts > 1 && Estimate(shape, values.With(MixtureParameters.Starts.Name, starts)).Seconds > Math.Min(MostSeconds, shape.Seconds))
        {
            starts--;
        }

        return starts < (int)MixtureParameters.Starts.Default ? values.With(MixtureParameters.Starts.Name, starts) : values;
    }
}
