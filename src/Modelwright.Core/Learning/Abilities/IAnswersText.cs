using Modelwright.Core.Data;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>The ability to answer a text beside the numbers of a row, such as the name of its segment, or why it is strange.</summary>
public interface IAnswersText : IAnswersColumns
{
    /// <summary>The name of the column of texts in files of predictions, in snake_case: 'because'.</summary>
    string TextName { get; }

    /// <summary>Says it; a row's text does not depend on the others.</summary>
    /// <param name="rows">The form's inputs by name.</param>
    /// <param name="answers">What <see cref="IAnswersColumns.Answer"/> gave to them.</param>
    /// <param name="output">A text a row; null where there is nothing to say.</param>
    void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output);
}
