namespace Modelwright.Sources.Folders;

/// <summary>Reads some files that were named beforehand, one at a time, each as its source does.</summary>
internal interface IManyFiles : IDisposable
{
    /// <summary>Reads one of them.</summary>
    Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation);
}
