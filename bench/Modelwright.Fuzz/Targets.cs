using Modelwright.Fuzz.Csv;
using Modelwright.Fuzz.Json;
using Modelwright.Fuzz.Packages;

namespace Modelwright.Fuzz;

/// <summary>The list of doors; a new one is one line here.</summary>
internal static class Targets
{
    /// <summary>Makes all of them.</summary>
    internal static IReadOnlyList<IFuzzTarget> All() => [new PackageTarget(), new CsvTarget(), new JsonTarget()];
}
