using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning.Contributions;

/// <summary>
/// The ability to say how much each input adds to each number a row is answered by. Exact: the base and the contributions of all
/// inputs add up to the row's number, to 1e-9 x max(1, |number|).
/// </summary>
public interface IExplains
{
    /// <summary>Why this form has no contributions after all, with the remedy; null where it has them.</summary>
    string? Unexplained { get; }

    /// <summary>Where a row starts before any input is known.</summary>
    /// <param name="scale">What is counted.</param>
    /// <returns>One number an output: raw scores; or one a class; or the one number. The caller's own array.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Unexplained"/> is not null.</exception>
    double[] Base(ContributionScale scale);

    /// <summary>Explains every row; a row's contributions do not depend on the others.</summary>
    /// <param name="rows">Columns by name, as the form takes them. May be empty.</param>
    /// <param name="scale">What is counted.</param>
    /// <param name="output">Rows x outputs x inputs, row by row, the inputs in the order of <see cref="FormInfo.Inputs"/>; overwritten.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Unexplained"/> is not null.</exception>
    void Explain(Table rows, ContributionScale scale, Span<double> output);
}
