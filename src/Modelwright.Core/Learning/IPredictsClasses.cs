using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning;

/// <summary>The ability to answer a probability for each class and row.</summary>
public interface IPredictsClasses
{
    /// <summary>The classes, in the order of the probabilities; at least one.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>Answers every row; a row's answer does not depend on the others.</summary>
    /// <param name="rows">Columns by name; missing values and unseen levels have a stated answer. May be empty.</param>
    /// <param name="output">Rows x classes, row by row; each row within [0, 1] and of sum 1.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    void PredictProbabilities(Table rows, Span<double> output);
}
