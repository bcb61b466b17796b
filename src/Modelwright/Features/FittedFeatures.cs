using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>The steps of a plan, fitted. Immutable and safe from any thread.</summary>
/// <param name="Inputs">The columns of the table that are used, in order; all others are left out.</param>
/// <param name="Steps">Fitted steps, to be applied in order.</param>
/// <param name="Training">The training rows as the learner is to see them; encodings by the target are out of fold.</param>
public sealed record FittedFeatures(IReadOnlyList<string> Inputs, IReadOnlyList<IFittedStep> Steps, Table Training)
{
    /// <summary>The features the learner sees: names of <see cref="Training"/>, each with the columns of the table it comes from.</summary>
    public IReadOnlyList<Feature> Features { get; } = FeatureTrace.Of(Steps, Training);

    /// <summary>Any other rows as the learner is to see them.</summary>
    /// <param name="rows">Rows with all <see cref="Inputs"/>; other columns are left out.</param>
    /// <returns>A table with the columns of <see cref="Training"/>, in the same order.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public Table Apply(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var made = rows.Select(Inputs);
        foreach (var step in Steps)
        {
            made = step.Apply(made);
        }

        return made;
    }
}
