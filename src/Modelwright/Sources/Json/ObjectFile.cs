using System.Text;

namespace Modelwright.Sources.Json;

/// <summary>A file whose rows are objects: what differs between kinds of file.</summary>
internal abstract class ObjectFile
{
    /// <summary>The name of the source.</summary>
    internal abstract string Source { get; }

    /// <summary>Whether texts may be numbers, as in files that know nothing but text.</summary>
    internal virtual bool TextsMayBeNumbers => false;

    /// <summary>The encoding in which the rows were, before they became UTF-8.</summary>
    internal virtual Encoding Encoding => Encoding.UTF8;

    /// <summary>The name of the file's encoding, for the report.</summary>
    internal virtual string EncodingName => Encoding.WebName;

    /// <summary>What a person should know.</summary>
    internal abstract IEnumerable<string> Notes { get; }

    /// <summary>Finds out how the file is written; called once, before it is opened.</summary>
    internal abstract void Prepare(CancellationToken cancellation);

    /// <summary>Opens the file from its start.</summary>
    internal abstract Stream Open();

    /// <summary>The rows of the opened file.</summary>
    internal abstract IObjectRows Rows(Stream stream);

    /// <summary>What is taken of a row on the first line of the file.</summary>
    internal virtual ReadOnlySpan<byte> First(ReadOnlySpan<byte> row) => row;
}
