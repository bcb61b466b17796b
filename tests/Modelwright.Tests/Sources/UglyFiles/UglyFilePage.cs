using System.Globalization;
using System.Text;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>The part of docs/hostile-data.md that lists the files: written from the cases, so that it cannot drift.</summary>
internal static class UglyFilePage
{
    private const string Start = "<!-- files: start -->\n";
    private const string End = "<!-- files: end -->\n";

    internal static string Write()
    {
        var page = new StringBuilder();
        foreach (var (theme, files) in UglyFile.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {theme}\n");
            foreach (var file in files)
            {
                var asked = file.Asked.Length == 0 ? "" : $", read with `{file.Asked}`";
                var outcome = file.Outcome.ReplaceLineEndings("\n").Replace("{0}", file.Name, StringComparison.Ordinal);
                page.Append(CultureInfo.InvariantCulture, $"\n**{char.ToUpperInvariant(file.Title[0])}{file.Title[1..]}** (`{file.Name}`{asked})\n```text\n{outcome}\n```\n");
            }
        }

        return page.Append('\n').ToString();
    }

    internal static string Read(string page) => page[Place(page, Start)..page.IndexOf(End, StringComparison.Ordinal)];

    internal static string Replace(string page, string listed) => string.Concat(page.AsSpan(0, Place(page, Start)), listed, page.AsSpan(page.IndexOf(End, StringComparison.Ordinal)));

    private static int Place(string page, string mark) => page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
}
