using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Kernel.Vectors;

namespace Modelwright.Learners.Kernel;

/// <summary>A support vector machine with the Gaussian kernel, exact up to 10,000 rows. Its form holds the training rows that support it.</summary>
/// <remarks>
/// Cortes &amp; Vapnik 1995; regression with an error that costs nothing after Smola &amp; Schölkopf 2004; solved as LIBSVM does (Fan,
/// Chen &amp; Lin 2005). Several classes are told apart one against all others, and scores of rows that inner fits have not seen
/// make probabilities (Platt 1999).
/// </remarks>
public sealed class KernelSvmLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "kernel_svm",
        Title = "Kernel support vector machine",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        StoresRows = true,
        Source = "Cortes & Vapnik 1995, \"Support-vector networks\"; Fan, Chen & Lin 2005, \"Working set selection using second order information\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => VectorParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return VectorPortfolio.Of(shape);
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return VectorCost.Estimate(shape, VectorParameters.Read(values));
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var settings = VectorParameters.Read(values);
        var (form, decided, hasConverged) = VectorFit.Run(DrawnSample.Of(admitted, settings.MaxRows, context.Seed), settings, context);
        return new(form, Report(values, settings, decided, hasConverged));
    }

    private static FitReport Report(ParameterValues values, VectorSettings settings, VectorSettings decided, bool hasConverged)
    {
        if (decided == settings)
        {
            var unsolved = string.Create(CultureInfo.InvariantCulture, $"The optimiser had not converged after {settings.MaxIterations} pairs of rows. Raise max_iterations or tolerance, or lower cost.");
            return new() { Decided = values, Warnings = hasConverged ? [] : [unsolved] };
        }

        var when = decided.MaxIterations < settings.MaxIterations
            ? string.Create(CultureInfo.InvariantCulture, $"after {decided.MaxIterations} pairs of rows, before the optimiser had converged")
            : "before the inner folds, so probabilities are too certain";
        values = values.With(VectorParameters.MaxIterations.Name, decided.MaxIterations).With(VectorParameters.InnerFolds.Name, decided.InnerFolds);
        return new() { End = FitEnd.Deadline, Decided = values, Warnings = [$"The deadline came {when}. Give the fit more time, or let it learn from fewer rows by max_rows."] };
    }
}
