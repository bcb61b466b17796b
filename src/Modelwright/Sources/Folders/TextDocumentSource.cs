namespace Modelwright.Sources.Folders;

/// <summary>Documents of plain text, one file a row: the columns 'text', 'label' (the folder that holds the file, where there are folders) and 'path'.</summary>
internal sealed class TextDocumentSource : ISource
{
    /// <summary>The name of the source.</summary>
    internal const string Name = "text";

    /// <inheritdoc/>
    public SourceInfo Info { get; } = new(Name, "Text documents", [".txt"]) { Takes = SourceOptions.Lines };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        SourceFile.CheckExists(request.Path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.Path))!;
        return Task.Run(() => new TextDocuments(request, folder, [Path.GetFileName(request.Path)]).Read(cancellation), cancellation);
    }
}
