using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Verbs;

/// <summary>What a call of 'runs' asks.</summary>
/// <param name="Id">One run to show; null where none.</param>
/// <param name="Compare">Two runs to compare, or none.</param>
/// <param name="Delete">One run to take away; null where none.</param>
/// <param name="Filter">Which to list.</param>
/// <param name="IsFiltered">Whether the filter was given.</param>
internal sealed record RunsRequest(string? Id, IReadOnlyList<string> Compare, string? Delete, RunFilter Filter, bool IsFiltered)
{
    /// <summary>Checks that one thing is asked.</summary>
    /// <exception cref="OptionsException">Two are; the text names them.</exception>
    public string? Check()
    {
        string[] asked =
        [
            .. Id is null ? Array.Empty<string>() : [$"the run '{Id}'"],
            .. Compare.Count == 0 ? Array.Empty<string>() : ["--compare"],
            .. Delete is null ? Array.Empty<string>() : ["--delete"],
            .. IsFiltered ? ["what to list (--target, --since, --limit)"] : Array.Empty<string>(),
        ];
        return asked.Length <= 1 ? null : throw new OptionsException($"A call of 'runs' asks one thing, and this one asks {asked.Length}: {string.Join(", ", asked)}. Keep one of them.");
    }
}
