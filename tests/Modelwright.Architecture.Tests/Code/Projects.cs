using System.Reflection;
using System.Xml.Linq;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests.Code;

/// <summary>The projects under src/, as files and as compiled.</summary>
internal static class Projects
{
    public static IReadOnlyList<string> Names { get; } = [.. Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path))];

    public static string File(string name) => $"src/{name}/{name}.csproj";

    public static Assembly Compiled(string name) => Assembly.Load(AssemblyName(name));

    /// <summary>The projects that a project file references.</summary>
    public static IEnumerable<string> References(string name) =>
        XDocument.Parse(Repository.Read(File(name)))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>The projects that the compiled code uses, directly or by a reference of a reference.</summary>
    public static IEnumerable<string> UsedBy(string name) =>
        Compiled(name).GetReferencedAssemblies()
            .Select(reference => Names.FirstOrDefault(other => AssemblyName(other) == reference.Name))
            .OfType<string>();

    private static string AssemblyName(string name) =>
        XDocument.Parse(Repository.Read(File(name))).Descendants("AssemblyName").FirstOrDefault()?.Value ?? name;
}
