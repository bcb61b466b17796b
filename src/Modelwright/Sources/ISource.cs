using Modelwright.Core.Errors;

namespace Modelwright.Sources;

/// <summary>Reads one kind of what a person may name, such as CSV files or folders, into a table. Stateless and safe from any thread.</summary>
public interface ISource
{
    /// <summary>What it says of itself.</summary>
    SourceInfo Info { get; }

    /// <summary>Whether something is of its kind, told by the name; a file is opened only where kinds share a name.</summary>
    /// <param name="path">What a person typed.</param>
    /// <returns>True if <see cref="ReadAsync"/> is to be tried.</returns>
    bool Accepts(string path);

    /// <summary>Reads the file; row 0 of the table is the first row of the file.</summary>
    /// <param name="request">What to read and how.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The table, and what is to be said about the reading.</returns>
    /// <exception cref="DataException">The file is absent or broken; the text lists all faults with line, column, value and remedy.</exception>
    /// <exception cref="OptionsException">An option does not fit the file.</exception>
    Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation);
}
