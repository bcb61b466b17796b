using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Neighbors;

/// <summary>The answer of the most similar training rows. Its form holds those rows.</summary>
/// <remarks>
/// Cover &amp; Hart 1967; votes by inverse distance after Dudani 1976; columns stretched by what they tell of the target (as in
/// Wettschereck, Aha &amp; Mohri 1997). All points are looked at, or those that random projection trees point to.
/// </remarks>
public sealed class NeighborsLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "neighbors",
        Title = "Nearest neighbours",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        StoresRows = true,
        StopsEarly = true,
        Source = "Cover & Hart 1967, \"Nearest neighbor pattern classification\"; Dasgupta & Freund 2008 for the trees.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => NeighborParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return NeighborPortfolio.Of(shape);
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return NeighborCost.Estimate(shape, NeighborParameters.Read(values));
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var choice = NeighborParameters.Read(values);
        var fit = new NeighborFit(admitted, choice, context);
        var decided = values;
        var wasLate = fit.Trees < choice.Trees;
        if (wasLate)
        {
            decided = decided.With(NeighborParameters.Trees.Name, fit.Trees);
        }

        if (!values.Texts.ContainsKey(NeighborParameters.Neighbors.Name) && admitted.Validation is { } rows)
        {
            var (neighbors, late) = new NeighborCount(fit, choice.Vote).Best(rows, admitted.Classes, context);
            choice = choice with { Neighbors = neighbors ?? choice.Neighbors };
            decided = decided.With(NeighborParameters.Neighbors.Name, choice.Neighbors);
            wasLate |= late;
        }

        return new(fit.Form(choice.Neighbors, choice.Vote), Report(decided, wasLate, fit.Trees));
    }

    private static FitReport Report(ParameterValues decided, bool wasLate, int trees)
    {
        var warning = string.Create(CultureInfo.InvariantCulture, $"The deadline came after {trees} trees, or before the number of neighbours was settled. Give the fit more time, or hold fewer rows.");
        return wasLate ? new() { End = FitEnd.Deadline, Decided = decided, Warnings = [warning] } : new() { Decided = decided };
    }
}
