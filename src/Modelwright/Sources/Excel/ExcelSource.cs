namespace Modelwright.Sources.Excel;

/// <summary>One sheet of an Excel workbook, or a range of it. A formula counts with the value that Excel stored for it.</summary>
internal sealed class ExcelSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("excel", "Excel workbook", [".xlsx"]) { Takes = SourceOptions.Workbook };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        SourceFile.CheckExists(request.Path);
        return Task.Run(() => new ExcelReader(request).Read(cancellation), cancellation);
    }
}
