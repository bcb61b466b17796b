using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>
/// The ability to answer readings of series, each by those before it in its own series: the one kind of form whose answer to a
/// row depends on others. So its rows are never dealt out in parts; they are ordered by their times and answered whole, and whoever
/// reads one by one keeps a state of each series.
/// </summary>
public interface IReadsInOrder : IAnswersText
{
    /// <summary>The input that says when a reading was taken, of type time.</summary>
    string TimeName { get; }

    /// <summary>The input that tells series apart; null where all rows are one series.</summary>
    string? SeriesName { get; }

    /// <summary>Answers all rows, each by those of its series that come before it in time.</summary>
    /// <param name="rows">The form's inputs by name, in any order of rows. Rows of one time keep their order; one without a time stands behind the row of its series before it in the table. May be empty.</param>
    /// <param name="threads">Series that are read at once, 1 or more; the answer does not depend on it.</param>
    /// <param name="cancellation">Looked at once every few thousand rows.</param>
    /// <returns>The answers in the order of the table.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    InOrderAnswers AnswerInOrder(Table rows, int threads, CancellationToken cancellation);

    /// <summary>Begins a series, where training left it if the form has kept that.</summary>
    /// <param name="series">The name of the series; null for none.</param>
    /// <returns>A state of its own, to be changed by <see cref="AnswerNext"/>.</returns>
    IStreamState Begin(string? series);

    /// <summary>Takes up a series where it was left.</summary>
    /// <param name="reader">The record that <see cref="IStreamState.Write"/> filled.</param>
    /// <returns>A state that goes on to the bit.</returns>
    /// <exception cref="ArtifactException">The record is not a state of this form, or not sound.</exception>
    IStreamState Resume(IArtifactReader reader);

    /// <summary>Answers a reading, then learns from it.</summary>
    /// <param name="state">What is remembered of the series; changed.</param>
    /// <param name="reading">One row with the form's inputs, that of the series excepted.</param>
    /// <param name="output">One number an answered column.</param>
    /// <returns>The text; null where there is nothing to say.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    string? AnswerNext(IStreamState state, Table reading, Span<double> output);
}
