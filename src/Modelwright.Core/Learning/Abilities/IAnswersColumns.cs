using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>
/// The ability to answer several named numbers for each row: what a task answers that knows neither classes nor one number.
/// Whatever a form can do beside this, a package, a predictor and a file of predictions need no more to carry it.
/// </summary>
public interface IAnswersColumns
{
    /// <summary>What is answered, one or more columns of different names.</summary>
    IReadOnlyList<AnswerColumn> Answers { get; }

    /// <summary>Answers every row; a row's answer does not depend on the others.</summary>
    /// <param name="rows">Columns by name; missing values and unseen levels have a stated answer. May be empty.</param>
    /// <param name="output">Rows x <see cref="Answers"/>, row by row, finite.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    void Answer(Table rows, Span<double> output);
}
