using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>Writes one kind of file.</summary>
internal interface ITableFormat
{
    /// <summary>Ends of file names, each with its dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Writes a table to a new file.</summary>
    void Write(Table table, string path, CancellationToken cancellation);
}
