using Modelwright.Cli.Options;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>A call of 'train' whose options are sound.</summary>
/// <param name="File">The rows to learn from, as typed.</param>
/// <param name="Training">What was told, without the rows.</param>
/// <param name="Reading">How files are to be read.</param>
/// <param name="TestFile">Other labelled rows; null without.</param>
/// <param name="Folder">Where to write; null for a new folder.</param>
internal sealed record TrainRequest(string File, Training Training, ReadOptions Reading, string? TestFile, string? Folder)
{
    /// <summary>How the run is recorded; null where it is not.</summary>
    public RecordRequest? Record { get; init; }
}
