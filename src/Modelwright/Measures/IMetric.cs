using Modelwright.Core.Errors;

namespace Modelwright.Measures;

/// <summary>Says how good answers are. Stateless and safe from any thread.</summary>
public interface IMetric
{
    /// <summary>What it says of itself.</summary>
    MetricInfo Info { get; }

    /// <summary>The score; fast, for calls by the thousand.</summary>
    /// <param name="answers">Answers of the kind its task has.</param>
    /// <returns>The score; NaN where it is not defined: no row of a weight above 0, or what <see cref="MetricInfo.Undefined"/> says.</returns>
    /// <exception cref="OptionsException">The answers are of another task.</exception>
    double Score(Answers answers);

    /// <summary>The score with its standard error and 95 % interval for rows drawn as these were.</summary>
    /// <param name="answers">Answers of the kind its task has.</param>
    /// <param name="groups">One number a row; rows of one number belong together and count as one draw. Null: each row is a draw of its own.</param>
    /// <returns>The estimate; never throws for few rows, but says how little they tell.</returns>
    /// <exception cref="OptionsException">The answers are of another task.</exception>
    /// <exception cref="DataException">There is not one group a row.</exception>
    Estimate Estimate(Answers answers, IReadOnlyList<int>? groups = null);
}
