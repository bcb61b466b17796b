using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Isolation;

namespace Modelwright.Learners.Anomaly.Isolation;

/// <summary>The isolation forest and its extended form: rows that few cuts by chance leave alone are strange.</summary>
/// <remarks>
/// Where we differ: a cut is drawn among the columns that vary among its rows; hyperplanes are drawn in units of each column's spread, so that
/// units do not matter, and look at a bounded number of columns.
/// </remarks>
public sealed class IsolationForestLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "isolation_forest",
        Title = "Isolation forest",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        IsRandom = true,
        Source = "Liu, Ting & Zhou 2008, \"Isolation forest\", ICDM; Hariri, Kind & Brunner 2019, \"Extended isolation forest\", IEEE TKDE 33.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => IsolationParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return [ParameterValues.Default, ParameterValues.Default.With(IsolationParameters.Cuts.Name, IsolationParameters.Hyperplane)];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        var settings = IsolationParameters.Read(values);
        double sample = settings.Sample(shape.Rows);
        double width = Math.Min(settings.CutColumns, Math.Max(1, shape.Features));
        var depth = settings.Depth((int)sample);
        var tree = (sample * shape.Features * 5e-9) + (sample * depth * width * 8e-9) + (sample * 4e-7) + 2e-6;
        var nodes = 2 * sample * settings.Trees;
        return new((settings.Trees * tree) + 1e-4, (long)(nodes * (60 + (width * 24)) + (sample * shape.Features * 8)))
        {
            RowSeconds = settings.Trees * depth * (width == 1 ? 2e-9 : 2e-9 + (width * 1.5e-9)),
        };
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var forest = new IsolationFit(admitted.Features, IsolationParameters.Read(values), context).Run();
        return new(new IsolationForm(forest), Report(values, forest.Roots.Length, UnusedWeights.Warnings(this, admitted)));
    }

    private static FitReport Report(ParameterValues values, int trees, IReadOnlyList<string> warnings)
    {
        var asked = values.Integer(IsolationParameters.Trees);
        if (trees == asked)
        {
            return new() { Decided = values, Warnings = warnings };
        }

        var late = string.Create(CultureInfo.InvariantCulture, $"The deadline came after {trees} of {asked} trees. Give the fit more time, or ask for fewer trees.");
        return new() { End = FitEnd.Deadline, Decided = values.With(IsolationParameters.Trees.Name, trees), Warnings = [.. warnings, late] };
    }
}
