using Modelwright.Recording.Runs;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Cli.Options;

/// <summary>How a call names a model: the file of a package, or the id of a recorded run.</summary>
internal static class PackageName
{
    /// <summary>Whether it is the id of a run: what is no file and could not be the name of one.</summary>
    public static bool IsRun(string name) => !File.Exists(name) && !Directory.Exists(name) && !name.AsSpan().ContainsAny('.', '/', '\\');

    /// <summary>Opens the package.</summary>
    /// <param name="name">A path or an id.</param>
    /// <param name="store">Where runs are recorded; null where no store is named, so that a name can only be a path.</param>
    public static Package Load(string name, RunStore? store) => store is not null && IsRun(name) ? store.LoadPackage(name) : Package.Load(name);
}
