using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Kernel.Waves;

namespace Modelwright.Learners.Kernel;

/// <summary>A kernel machine for any number of rows: ridge regression on drawn waves, whose form holds no training row.</summary>
/// <remarks>
/// Rahimi &amp; Recht 2007, with directions at right angles (Yu and others 2016). Classes are told apart one against all others by
/// least squares, which for kernels is about as good as the hinge (Rifkin, Yeo &amp; Poggio 2003), solves all of them with one matrix and has
/// answers to left-out rows in closed form; those choose the penalty and make probabilities.
/// </remarks>
public sealed class KernelApproximationLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "kernel_approximation",
        Title = "Approximate kernel machine",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        IsRandom = true,
        Strength = 0.864,
        Source = "Rahimi & Recht 2007, \"Random features for large-scale kernel machines\"; Yu et al. 2016, \"Orthogonal random features\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => WaveParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return WavePortfolio.Of(shape);
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return WaveCost.Estimate(shape, WaveParameters.Read(values));
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var settings = WaveParameters.Read(values);
        var (form, decided) = WaveFit.Run(admitted, settings, context);
        if (decided == settings)
        {
            return new(form, new FitReport { Decided = values });
        }

        return new(form, Late(values, settings, decided, admitted.Features.RowCount));
    }

    private static FitReport Late(ParameterValues values, WaveSettings settings, WaveSettings decided, int rows)
    {
        var when = decided.MaxRows < settings.MaxRows
            ? string.Create(CultureInfo.InvariantCulture, $"after {decided.MaxRows} of {rows} rows")
            : "before all penalties were tried";
        values = values.With(WaveParameters.MaxRows.Name, decided.MaxRows);
        values = decided.Penalty is { } penalty ? values.With(WaveParameters.Penalty.Name, penalty) : values;
        return new() { End = FitEnd.Deadline, Decided = values, Warnings = [$"The deadline came {when}. Give the fit more time, or ask for fewer components."] };
    }
}
