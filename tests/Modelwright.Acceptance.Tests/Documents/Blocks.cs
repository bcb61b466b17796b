namespace Modelwright.Acceptance.Tests.Documents;

/// <summary>The fenced blocks of a page.</summary>
internal static class Blocks
{
    /// <summary>The texts inside all blocks of a language, in order.</summary>
    public static IReadOnlyList<string> Of(string page, string language)
    {
        var blocks = new List<string>();
        List<string>? open = null;
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, page)))
        {
            if (open is null)
            {
                open = line == $"```{language}" ? [] : null;
            }
            else if (line == "```")
            {
                blocks.Add(string.Join('\n', open));
                open = null;
            }
            else
            {
                open.Add(line);
            }
        }

        return blocks;
    }
}
