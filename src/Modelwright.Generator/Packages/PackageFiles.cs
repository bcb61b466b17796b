namespace Modelwright.Generator.Packages;

/// <summary>The one place that opens files.</summary>
internal static class PackageFiles
{
    // The compiler hands additional files over as decoded text, which a package is not, and has no other door for bytes
    // (github.com/dotnet/roslyn/issues/47292). The file is one that the compiler was given and watches, and nothing else is
    // opened: a changed file comes as another additional file, so what is kept of it never grows old.
#pragma warning disable RS1035
    internal static Stream Open(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
#pragma warning restore RS1035
}
