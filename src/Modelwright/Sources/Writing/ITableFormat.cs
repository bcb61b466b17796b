using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Writing;

/// <summary>Writes one kind of file.</summary>
internal interface ITableFormat
{
    /// <summary>Ends of file names, each with its dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Refuses a file that must not be replaced.</summary>
    /// <param name="path">A path in a folder that exists.</param>
    /// <exception cref="OptionsException">More than a table would be lost.</exception>
    void CheckReplaced(string path)
    {
    }

    /// <summary>Refuses a table that this kind of file cannot hold, before anything is written.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file that a person named, for texts.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <exception cref="DataException">Names, sizes or cells do not fit; the text lists them.</exception>
    void CheckTable(Table table, string path, CancellationToken cancellation)
    {
    }

    /// <summary>Writes a table to a new file.</summary>
    /// <param name="table">A table that passed <see cref="CheckTable"/>.</param>
    /// <param name="path">The file that a person named, for texts.</param>
    /// <param name="beside">The file to write: it does not exist, and ends as <paramref name="path"/> does.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    void Write(Table table, string path, string beside, CancellationToken cancellation);
}
