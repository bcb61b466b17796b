using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>The ability to say how strange a row is beside those of training.</summary>
public interface IScoresAnomalies : IAnswersColumns
{
    private static readonly IReadOnlyList<AnswerColumn> Only = [new("score", AnswerColumnKind.Number, "How strange the row is; higher is stranger.")];

    /// <inheritdoc/>
    IReadOnlyList<AnswerColumn> IAnswersColumns.Answers => Only;

    /// <summary>Scores every row; a row's answer does not depend on the others.</summary>
    /// <param name="rows">Columns by name. May be empty.</param>
    /// <param name="output">One number a row, finite; higher is stranger, the unit is the form's own.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    void Score(Table rows, Span<double> output);

    /// <inheritdoc/>
    void IAnswersColumns.Answer(Table rows, Span<double> output) => Score(rows, output);
}
