namespace Modelwright.Architecture.Tests.Documents;

/// <summary>The rules as docs/architecture.md states them.</summary>
internal static class ArchitectureDocument
{
    private static readonly string[] Lines = Repository.Read("docs/architecture.md").Split('\n');

    /// <summary>Which projects each project may reference.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Arrows()
    {
        var rows = Lines
            .SkipWhile(line => !line.StartsWith("| project | may use |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|'))
            .ToDictionary(cells => cells[1].Trim(), cells => cells[2].Trim());
        return rows.ToDictionary(row => row.Key, row => Allowed(row.Key, row.Value, [.. rows.Keys]));
    }

    /// <summary>The stages of the project Modelwright, each of which may use only those before it.</summary>
    public static IReadOnlyList<string> Stages() =>
    [
        .. Lines
            .SkipWhile(line => !line.StartsWith("  Modelwright/ ", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0])
            .Where(name => name.EndsWith('/'))
            .Select(name => name.TrimEnd('/')),
    ];

    private static HashSet<string> Allowed(string project, string text, string[] all)
    {
        const string AllBut = "all but ";
        if (!text.StartsWith(AllBut, StringComparison.Ordinal))
        {
            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        }

        var left = text[AllBut.Length..].Split(" and ").Select(name => $"Modelwright.{name}");
        return all.Except(left).Where(name => name != project).ToHashSet();
    }
}
