using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Modelwright.Generator.Findings;
using Modelwright.Generator.Packages;
using Modelwright.Generator.Writing;

namespace Modelwright.Generator.Classes;

/// <summary>Brings a class and its package together.</summary>
internal static class PackageMatch
{
    /// <summary>Paths that are listed in a text; more are counted.</summary>
    private const int MostListed = 5;

    internal static TypedClass Complete(AnnotatedClass type, ImmutableArray<ReadPackage> packages)
    {
        var fileName = type.FullName + ".g.cs";
        TypedClass Broken(DiagnosticDescriptor rule, params string[] words) => new(fileName, null, new(rule, type.Place, new(words)));
        if (type.Faults.Count > 0)
        {
            return Broken(Rules.Class, type.Name, type.Package, string.Join("; ", type.Faults));
        }

        var meant = Meant(type.Package, packages);
        if (meant.Length != 1)
        {
            return meant.Length > 1 ? Broken(Rules.Several, type.Package, Listed(meant))
                : Broken(Rules.Absent, type.Package, packages.IsEmpty ? "" : $"; those that end with .mw are {Listed([.. packages])}");
        }

        return meant[0] switch
        {
            { Rule: { } rule } package => Broken(rule, type.Package, package.Fault),
            { Shape: { Answers: AnswerKind.Columns } shape } => Broken(Rules.Task, type.Package, shape.Task, shape.Form),
            var package => new(fileName, ModelSource.Write(type, package.Shape!), null),
        };
    }

    /// <summary>The files whose path ends with the one that is asked for; where letter case tells them apart, those of the same case. A project may list a file twice.</summary>
    private static ReadPackage[] Meant(string path, ImmutableArray<ReadPackage> packages)
    {
        var end = "/" + Plain(path);
        ReadPackage[] alike = [.. packages.Where(package => ("/" + package.Path).EndsWith(end, StringComparison.OrdinalIgnoreCase)).Distinct()];
        ReadPackage[] same = [.. alike.Where(package => ("/" + package.Path).EndsWith(end, StringComparison.Ordinal))];
        return end.Length == 1 ? [] : same.Length > 0 ? same : alike;
    }

    // What leads out of a folder or stays in it says nothing about the end of a path.
    private static string Plain(string path)
    {
        var steps = path.Replace('\\', '/').TrimStart('/').Split('/');
        return string.Join("/", steps.SkipWhile(step => step is "." or ".."));
    }

    private static string Listed(ReadPackage[] packages)
    {
        var listed = string.Join(", ", packages.Select(package => $"'{package.Path}'").OrderBy(path => path, StringComparer.Ordinal).Take(MostListed));
        return packages.Length > MostListed ? $"{listed} and {packages.Length - MostListed} more" : listed;
    }
}
