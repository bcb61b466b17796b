namespace Modelwright.Sources.Folders;

/// <summary>A source that reads many files sooner when it is told all of them at once.</summary>
internal interface IReadsMany
{
    /// <summary>Makes ready to read.</summary>
    /// <param name="address">What the person typed, named in errors.</param>
    /// <param name="files">The paths of all files.</param>
    /// <param name="options">How to read them; columns may be given other types at each reading.</param>
    /// <returns>Reads any of these files, one at a time; disposed of after the last.</returns>
    IManyFiles Open(string address, IReadOnlyList<string> files, ReadOptions options);
}
