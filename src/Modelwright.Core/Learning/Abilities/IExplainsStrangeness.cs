using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>The ability to say how much each input made a row strange.</summary>
public interface IExplainsStrangeness : IScoresAnomalies
{
    /// <summary>Explains every row; a row's answer does not depend on the others.</summary>
    /// <param name="rows">Columns by name, as the form takes them. May be empty.</param>
    /// <param name="output">
    /// Rows x inputs, row by row, the inputs in the order of <see cref="FormInfo.Inputs"/>: finite, 0 or more, higher where the column made the
    /// row stranger. To be compared within a row; their sum need not be the score.
    /// </param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    void Strangeness(Table rows, Span<double> output);
}
