using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>Logistic, multinomial and least-squares regression with the elastic net.</summary>
/// <remarks>
/// The objective is glmnet's (Friedman, Hastie &amp; Tibshirani 2010) without its standardising: the penalty is on the
/// coefficients of the columns as given, so numbers should come on one scale. The optimiser is OWL-QN.
/// </remarks>
public sealed class LinearLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "linear",
        Title = "Linear model",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        StopsEarly = true,
        Readability = Readability.Fully,
        Strength = 0.854,
        Source = "Friedman, Hastie & Tibshirani 2010, \"Regularization paths for generalized linear models\"; Andrew & Gao 2007 for the optimiser.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => LinearParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        var ridge = ParameterValues.Default;
        return
        [
            ridge,
            ridge.With(LinearParameters.L1Ratio.Name, 0.5),
            ridge.With(LinearParameters.Penalty.Name, 1e-5),
            ridge.With(LinearParameters.L1Ratio.Name, 1.0),
            ridge.With(LinearParameters.Penalty.Name, 0.1),
        ];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return LinearCost.Estimate(shape, LinearParameters.Read(values));
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var settings = LinearParameters.Read(values);
        var problem = new LinearProblem(admitted, context);
        var (decided, wasLate) = (values, false);
        if (!values.Texts.ContainsKey(LinearParameters.Penalty.Name)
            && admitted.Validation is { } rows
            && problem.Validation(rows, context) is { } validation)
        {
            (var penalty, wasLate) = new PenaltyPath(problem, settings, context).Best(validation);
            settings = settings with { Penalty = penalty };
            decided = values.With(LinearParameters.Penalty.Name, settings.Penalty);
        }

        // The path's own solution depends on the way it came; only a fit from the start repeats to the bit.
        void Progress(int iteration) => context.Progress?.Invoke(iteration / (double)settings.MaxIterations);
        var descent = OrthantDescent.Run(problem.Objective(settings.Penalty, settings.L1Ratio), problem.Start, settings, context, Progress);
        return new(problem.Form(descent.Point), Report(descent, decided, wasLate));
    }

    /// <summary>A penalty that the clock had a say in is decided as rounds are: only a plan that records it gives the same model again.</summary>
    private static FitReport Report(Descent descent, ParameterValues decided, bool wasPathLate)
    {
        var end = wasPathLate ? FitEnd.Deadline : FitEnd.Finished;
        if (descent.HasConverged)
        {
            return new() { End = end, Decided = decided };
        }

        var warning = string.Create(CultureInfo.InvariantCulture, $"The optimiser had not converged after {descent.Iterations} iterations. Raise max_iterations or penalty, bring the columns to one scale, or give more time.");
        return descent.WasLate
            ? new() { End = FitEnd.Deadline, Decided = decided.With(LinearParameters.MaxIterations.Name, descent.Iterations), Warnings = [warning] }
            : new() { End = end, Decided = decided, Warnings = [warning] };
    }
}
