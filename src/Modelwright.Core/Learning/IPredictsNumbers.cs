using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning;

/// <summary>The ability to answer a number for each row.</summary>
public interface IPredictsNumbers
{
    /// <summary>Answers every row; a row's answer does not depend on the others.</summary>
    /// <param name="rows">Columns by name; missing values and unseen levels have a stated answer. May be empty.</param>
    /// <param name="output">One number a row, finite, in the unit of the target.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    void Predict(Table rows, Span<double> output);
}
