using Modelwright.Core.Data;

namespace Modelwright.Core.Learning;

/// <summary>The ability to answer several named columns for each row.</summary>
public interface IAnswersColumns
{
    /// <summary>The columns, in order.</summary>
    IReadOnlyList<AnswerColumn> Answers { get; }

    /// <summary>Answers every row.</summary>
    /// <param name="rows">Columns by name.</param>
    /// <param name="output">Rows x answers.</param>
    void Answer(Table rows, Span<double> output);
}
