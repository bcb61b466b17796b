using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Runs;

/// <summary>A package that outlives the run that measured it, so that what predicts faster can be measured on the same models.</summary>
internal static class KeptPackage
{
    /// <summary>Keeps a package, where that is asked for.</summary>
    public static void Keep(Options options, DataSet set, int repeat, string model)
    {
        if (options.Keep is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.Copy(model, At(folder, options, set, repeat), overwrite: true);
        }
    }

    /// <summary>Where the package of a run is kept.</summary>
    public static string At(string folder, Options options, DataSet set, int repeat) =>
        Path.ChangeExtension(ResultFile.At(folder, set.Name, "modelwright", options.Budget, repeat), ".mw");
}
