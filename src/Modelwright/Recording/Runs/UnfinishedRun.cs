namespace Modelwright.Recording.Runs;

/// <summary>A run that ended before it was done, and can go on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Folder">Where its package was to be written; null where that was not said.</param>
public sealed record UnfinishedRun(string Id, string? Folder);
