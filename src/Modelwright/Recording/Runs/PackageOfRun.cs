using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Recording.Runs;

/// <summary>Finds the package that a recorded run wrote.</summary>
internal static class PackageOfRun
{
    private const int ShownOfId = 12;

    /// <summary>The package, which is still where the run wrote it.</summary>
    /// <exception cref="OptionsException">The run has none, it is not there any more, or another model stands in its place.</exception>
    internal static Package Load(RunSummary run)
    {
        if (run.Package is not { } path || run.ModelId is not { } id)
        {
            throw new OptionsException($"Run '{run.Id}' has no package: {Why(run)}. Name a run that is done, or a package by its path.");
        }

        if (!File.Exists(path))
        {
            throw new OptionsException($"Run '{run.Id}' wrote its package to '{path}', where there is none now. Name the package by its path where it is.");
        }

        var package = Package.Load(path);
        return package.ModelId == id
            ? package
            : throw new OptionsException($"Run '{run.Id}' wrote model {Short(id)} to '{path}', where model {Short(package.ModelId)} is now. Name the package of the run by its path where it is, or that file by its path.");
    }

    private static string Why(RunSummary run) => run.State switch
    {
        RunState.Running => "it is at work",
        RunState.Unfinished => run.CanResume ? $"it was left unfinished, and 'modelwright train --resume {run.Id}' goes on with it" : "it was left unfinished",
        RunState.Stopped => "it was stopped before there was a model",
        RunState.Failed => "it ended in an error",
        _ => "it has not said where it saved its model",
    };

    private static string Short(string id) => id[..Math.Min(ShownOfId, id.Length)];
}
