using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Sources;

namespace Modelwright.Cli.Options;

/// <summary>How a call wants its run recorded.</summary>
/// <param name="Store">Where.</param>
/// <param name="IsResume">Whether an unfinished run is to go on.</param>
/// <param name="Id">Which; null means the newest of the same rows and target.</param>
/// <param name="Options">What was told, as typed.</param>
internal sealed record RecordRequest(RunStore Store, bool IsResume, string? Id, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>What the training is told.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="target">The target column.</param>
    /// <exception cref="OptionsException">There is no unfinished run of the id that was given.</exception>
    public RecordOptions For(SourceReport? source, string? target)
    {
        var left = !IsResume ? null : Id is { } id ? Store.Unfinished(id) : Store.Unfinished(source?.Path, target);
        return new(Store) { Options = Options, Resume = left?.Id, Folder = left?.Folder };
    }
}
